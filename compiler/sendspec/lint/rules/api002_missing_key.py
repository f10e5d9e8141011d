r"""# API002 missing-key

## What it checks
An object has every key that the API asks for.

## Why it matters
The request is refused as a whole, for all of its destinations.

## Fails
```json
// error: API002
{
  "deliverychannel": "sms",
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}}
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
