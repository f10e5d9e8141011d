r"""# RCS017 fallback-without-sender-or-text

## What it checks
An SMS fallback that is switched on names its sender and its text.

## Why it matters
Without either the API refuses the whole request.

## Fails
```json
{"channel": "rcs", "from": "a_160000000000000002", "to": [{"msisdn": ["+447700900123"]}],
 "options": {"smsFallback": true, "text": "Your visit has moved"},
 // error: RCS017 /options
 "content": {"type": "text", "text": "Your visit has moved"}}
```

## Passes
```json
{"channel": "rcs", "from": "a_160000000000000002", "to": [{"msisdn": ["+447700900123"]}],
 "options": {"smsFallback": true, "smsSenderId": "ACME", "text": "Your visit has moved"},
 "content": {"type": "text", "text": "Your visit has moved"}}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
