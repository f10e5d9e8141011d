r"""# EML012 one-mail-with-personal-text

## What it checks
A mail that goes to all people of a request together says the same to all of them. In a request body,
substitutions of single people in such a mail warn.

## Why it matters
All of them would read the text of one.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 30) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "Your visit"
    text "Hello {{ note }}"  # error: EML012 "{{ note }}"
    multiple_to_recipients yes  # warning: EML015
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 30) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "Your visit"
    text "Hello {{ note }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
