r"""# API016 not-an-email-address

## What it checks
An e-mail address has an `@`, a domain with a dot, at most 64 characters before the `@` and 255 after it.

## Why it matters
The mail is refused for that person after the request was accepted.

## Fails
```json
// error: API016 /to/0/email/0
{
  "channel": "email",
  "from": "hello@acme.example",
  "to": [{"email": ["ann.example.com"]}],
  "content": {"type": "text", "subject": "Your table", "text": "It is free from seven."}
}
```

## Passes
```json
{
  "channel": "email",
  "from": "hello@acme.example",
  "to": [{"email": ["ann@example.com"]}],
  "content": {"type": "text", "subject": "Your table", "text": "It is free from seven."}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
