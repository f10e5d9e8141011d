r"""# API006 written-twice

## What it checks
Two spellings of one key do not stand in the same object.

## Why it matters
Which of the two counts is written nowhere.

## Fails
```json
// error: API006 /correlationid
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "correlationId": "run-7",
  "correlationid": "run-8"
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "correlationId": "run-7"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
