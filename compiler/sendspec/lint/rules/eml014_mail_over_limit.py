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
  vars { one text(max 500_000), two text(max 500_000), three text(max 500_000), four text(max 500_000) }
  audience rows { row { email "ann@example.com", one "a", two "b", three "c", four "d" } }
  try email from mail {  # warning: EML014 "try email"
    subject "Your visit"
    text "{{ one }}{{ two }}{{ three }}{{ four }}"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { one text(max 2_000) }
  audience rows { row { email "ann@example.com", one "a" } }
  try email from mail {
    subject "Your visit"
    text "{{ one }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
