r"""# EML008 unused-cid

## What it checks
An attachment with a cid is shown by the HTML.

## Why it matters
A cid hides the file from the list of attachments in many mail readers; one that nothing shows is hardly to be
found.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit"
    html "<p>The map is attached</p>"
    attach "map.png" url "https://acme.example/map.png" type "image/png" cid "map"  # warning: EML008 "map"
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
    html "<img src=\"cid:map\" alt=\"map\">"
    attach "map.png" url "https://acme.example/map.png" type "image/png" cid "map"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
