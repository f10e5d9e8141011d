r"""# API023 wrong-address-kind

## What it checks
A destination has an address, of a kind that the channel takes.

## Why it matters
A page-scoped id says nothing to an SMS centre; that person gets nothing.

## Fails
```json
// error: API023 /destination/0/psid
{
  "deliverychannel": "sms",
  "destination": [{"psid": ["1000000000000001"]}],
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
