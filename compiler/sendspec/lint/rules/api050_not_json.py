r"""# API050 not-json

## What it checks
A request body is JSON: double quotes, no comments, no comma before a closing bracket, every bracket closed.

## Why it matters
The API answers 7000 and says no more.

## Fails
```json
// error: API050 /destination
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]},],
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
