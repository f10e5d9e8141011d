r"""# API032 content-and-template

## What it checks
On v2, a request has exactly one of `content` and `template`.

## Why it matters
With both, which one is sent is written nowhere; with neither, nothing is.

## Fails
```json
// error: API032
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "template": {"id": "5S2EXMPLNR"}
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
