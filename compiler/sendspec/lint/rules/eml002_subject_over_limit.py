r"""# EML002 subject-over-limit

## What it checks
A subject is at most 998 characters, the longest line of a mail. Above 78, which the mail standard advises,
there is a note.

## Why it matters
Mail servers refuse longer lines, and readers show the beginning only.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 1000) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "{{ note }}"  # error: EML002 "{{ note }}"
    text "See you on Monday"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 60) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "{{ note }}"
    text "See you on Monday"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.NOTE)
