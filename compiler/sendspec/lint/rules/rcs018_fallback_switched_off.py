r"""# RCS018 fallback-switched-off

## What it checks
A sender and a text of an SMS fallback stand beside `smsFallback` true.

## Why it matters
The fallback is off unless it is switched on; what stands there is never sent.

## Fails
```json
{"channel": "rcs", "from": "a_160000000000000002", "to": [{"msisdn": ["+447700900123"]}],
 "options": {"smsSenderId": "ACME", "text": "Your visit has moved"},
 // warning: RCS018 /options/smsSenderId
 // warning: RCS018 /options/text
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

check = documents(Severity.WARNING)
