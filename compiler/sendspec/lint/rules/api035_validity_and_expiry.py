r"""# API035 validity-and-expiry

## What it checks
On v2, `validity` and `expireAt` do not stand together (C13).

## Why it matters
The API refuses such a request with HTTP 400.

## Fails
```json
// error: API035 /validity
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "validity": "3600",
  "expireAt": "2026-11-30T09:00:00.000Z"
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "validity": "3600"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
