r"""# EML008 unused-cid

## What it checks
An attachment with a cid is shown by the HTML. Nothing is told when the address of a picture has a personal part,
or a body has substitutions in its HTML, for these may show any cid.

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

```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { first_name text(max 10) }
  audience rows { row { email "ann@example.com", first_name "Ann" } }
  try email from mail {
    subject "Your visit"
    html "<p>Dear {{ first_name }}</p><img src=\"cid:map\" alt=\"map\">"  # warning: EML007 "cid:map"
    attach "map.png" url "https://acme.example/map.png" type "image/png" cid "banner"  # warning: EML008 "banner"
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
