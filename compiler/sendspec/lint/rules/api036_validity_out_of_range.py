r"""# API036 validity-out-of-range

## What it checks
`validity` is a number of seconds in digits, from 1 to 259200: 72 hours.

## Why it matters
Carriers try no longer.

## Fails
```json
// error: API036 /validity
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "validity": "300000"
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "validity": "259200"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
