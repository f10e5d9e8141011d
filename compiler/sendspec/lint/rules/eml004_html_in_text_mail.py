r"""# EML004 html-in-text-mail

## What it checks
A mail of type text holds no HTML.

## Why it matters
No page says that the HTML of a text mail is sent; people would get the text alone.

## Fails
```json
{"channel": "email", "from": "hello@acme.example", "to": [{"email": ["ann@example.com"]}],
 // warning: EML004 /content/html
 "content": {"type": "text", "subject": "Your visit", "text": "See you on Monday", "html": "<p>See you on Monday</p>"}}
```

## Passes
```json
{"channel": "email", "from": "hello@acme.example", "to": [{"email": ["ann@example.com"]}],
 "content": {"type": "html", "subject": "Your visit", "text": "See you on Monday", "html": "<p>See you on Monday</p>"}}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
