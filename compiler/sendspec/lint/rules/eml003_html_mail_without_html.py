r"""# EML003 html-mail-without-html

## What it checks
A mail of type html has its HTML. Only a text with attachments may go without, as one request that the vendor
prints does (C52); of that a note tells.

## Why it matters
The API refuses a mail whose body is missing.

## Fails
```json
{"channel": "email", "from": "hello@acme.example", "to": [{"email": ["ann@example.com"]}],
 // error: EML003 /content
 "content": {"type": "html", "subject": "Your visit", "text": "See you on Monday"}}
```

## Passes
```json
{"channel": "email", "from": "hello@acme.example", "to": [{"email": ["ann@example.com"]}],
 "content": {"type": "html", "subject": "Your visit", "html": "<p>See you on Monday</p>", "text": "See you on Monday"}}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
