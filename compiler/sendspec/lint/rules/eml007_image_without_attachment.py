r"""# EML007 image-without-attachment

## What it checks
Every `cid:` address in the HTML is the cid of an attachment. An address with a personal part is not judged.

## Why it matters
The mail shows a broken image in its place.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit"
    html "<img src=\"cid:map\" alt=\"map\">"  # warning: EML007 "cid:map"
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
