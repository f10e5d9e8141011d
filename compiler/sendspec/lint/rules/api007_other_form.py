r"""# API007 other-form

## What it checks
A key or a value has the form that the compiler writes, not another one that some page prints. Codes such as C8 number
the places where those pages disagree.

## Why it matters
Either form is taken today. One form everywhere makes requests comparable, and the older ones go first.

## Fails
```json
// note: API007 /notifyurl
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "notifyurl": "https://hooks.acme.example/webex"
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "notifyUrl": "https://hooks.acme.example/webex"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING, Severity.NOTE)
