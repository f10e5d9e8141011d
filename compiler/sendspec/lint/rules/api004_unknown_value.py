r"""# API004 unknown-value

## What it checks
A value that is one of a few words is one of them.

## Why it matters
The API takes another word for an error, or for its default without telling.

## Fails
```json
// error: API004 /content/type
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "plain", "text": "Your table is free from seven."}
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
