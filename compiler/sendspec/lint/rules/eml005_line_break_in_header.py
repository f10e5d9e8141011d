r"""# EML005 line-break-in-header

## What it checks
A subject and a sender's name are one line.

## Why it matters
A line break ends the header; what follows it would be read as another header, or the mail is refused.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit\non Monday"  # error: EML005 "on Monday"
    text "See you on Monday"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit on Monday"
    text "See you on Monday"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
