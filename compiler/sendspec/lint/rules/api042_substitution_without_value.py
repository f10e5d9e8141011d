r"""# API042 substitution-without-value

## What it checks
Every `$(name)` of a text has a value, in `substitutions` of the request or of each destination.

## Why it matters
People read `$(name)` as it stands.

## Fails
```json
// warning: API042 /content/text
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"], "substitutions": {"forename": "Ann"}}],
  "content": {"type": "text", "text": "Hello $(name), your table is free."}
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"], "substitutions": {"name": "Ann"}}],
  "content": {"type": "text", "text": "Hello $(name), your table is free."}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
