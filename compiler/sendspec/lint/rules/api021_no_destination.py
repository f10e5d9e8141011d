r"""# API021 no-destination

## What it checks
A request goes to somebody: its list of destinations, and each list of addresses, has an entry.

## Why it matters
A request to nobody is refused.

## Fails
```json
// error: API021 /destination
{
  "deliverychannel": "sms",
  "destination": [],
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
