r"""# API033 expiry-before-sending

## What it checks
`expireAt` is later than `sendAt`.

## Why it matters
The message expires before it is sent, and nobody is told.

## Fails
```json
// error: API033 /expireAt
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "sendAt": "2026-11-30T09:00:00.000Z",
  "expireAt": "2026-11-29T09:00:00.000Z"
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "sendAt": "2026-11-29T09:00:00.000Z",
  "expireAt": "2026-11-30T09:00:00.000Z"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
