r"""# EML006 untyped-attachment

## What it checks
The type of an attachment is a media type: two words with a slash between them.

## Why it matters
A mail reader chooses the program for a file by it; a bare ending is no type.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit"
    text "The plan is attached"
    attach "plan.pdf" url "https://acme.example/plan.pdf" type "pdf"  # error: EML006 "pdf"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit"
    text "The plan is attached"
    attach "plan.pdf" url "https://acme.example/plan.pdf" type "application/pdf"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
