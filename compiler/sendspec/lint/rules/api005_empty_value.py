r"""# API005 empty-value

## What it checks
A compulsory text says something. An empty text counts as absent where the key may be left out.

## Why it matters
An empty value passes many a check on the way and fails at the last one.

## Fails
```json
// error: API005 /content/text
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": ""}
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "callbackData": ""
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
