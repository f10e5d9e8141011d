r"""# EML014 mail-over-limit

## What it checks
The text and the HTML of a mail, once encoded for mail (137 % of them), are at most 40 MB; above 10 MB, the
default of the vendor's mail service, it warns (C55). What an attachment weighs is not known here.

## Why it matters
A mail over the limit is refused as a whole.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { note text(max 2_000_000) }
  audience rows { row { email "ann@example.com", note "New times" } }
  try email from mail {
    subject "Your visit"
    text "{{ note }}"  # warning: EML014 "text"
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
    text "{{ note }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
