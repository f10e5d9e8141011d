r"""# EML001 html-over-limit

## What it checks
The HTML of a mail is at most 512 000 bytes. A comment on the vendor's page says 350 kB instead, which warns
(C53).

## Why it matters
A larger mail is refused, and long before that it is cut short by mail readers.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 75_000) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "Your visit"
    html "<p>{{ note }}</p>"  # warning: EML001 "{{ note }}"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 2_000) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "Your visit"
    html "<p>{{ note }}</p>"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
