r"""# API034 more-than-seven-days

## What it checks
A message expires at most 7 days after it is sent.

## Why it matters
The platform keeps nothing longer, and refuses the request.

## Fails
```json
// error: API034 /expireAt
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "sendAt": "2026-11-01T09:00:00.000Z",
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
  "sendAt": "2026-11-24T09:00:00.000Z",
  "expireAt": "2026-11-30T09:00:00.000Z"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
