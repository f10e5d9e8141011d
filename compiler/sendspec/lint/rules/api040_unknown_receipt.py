r"""# API040 unknown-receipt

## What it checks
`requestedReceipts` holds receipts that the channel has.

## Why it matters
A receipt that does not exist never comes, and the ladder waits for it in vain.

## Fails
```json
// error: API040 /requestedReceipts/0
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "requestedReceipts": ["OPENED", "FAILED"]
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "requestedReceipts": ["DELIVERED", "FAILED"]
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
