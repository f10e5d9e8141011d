r"""# EML009 unsubscribing-without-address

## What it checks
The subject of the mail that unsubscribes has the address that it goes to.

## Why it matters
Without the address there is no such mail, and the header is left out.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "News"
    text "New times"
    unsubscribe subject "stop"  # warning: EML009 "stop"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "News"
    text "New times"
    unsubscribe email "stop@acme.example" subject "stop"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
