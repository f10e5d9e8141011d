r"""# API051 key-twice

## What it checks
A key stands once in its object.

## Why it matters
Readers of JSON take the first or the last, each its own.

## Fails
```json
// error: API051 /callbackData
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "callbackData": "a",
  "callbackData": "b"
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "callbackData": "b"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
