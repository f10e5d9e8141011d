r"""# EML011 opens-of-plain-text

## What it checks
`opens yes` stands in a mail with HTML.

## Why it matters
Opening is reported by an image in the HTML; a plain text has none, so no receipt ever comes.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit"
    text "See you on Monday"
    opens yes  # warning: EML011 "yes"
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
    html "<p>See you on Monday</p>"
    opens yes
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
