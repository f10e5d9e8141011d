r"""# EML008 unused-cid

## What it checks
An attachment with a cid is shown by the HTML. Nothing is told when the address of a picture has a personal part, for
it may show any cid. In a body, the values that its HTML is filled with count as well; where one is missing, nothing is
told.

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

```json
// warning: EML008 /content/attachments/0/cid
{
  "channel": "email",
  "from": "hello@acme.example",
  "to": [{"email": ["ann@example.com"], "substitutions": {"first_name": "Ann"}}],
  "content": {
    "type": "html",
    "subject": "Your visit",
    "html": "<p>Dear $(first_name), the map is attached</p>",
    "attachments": [
      {"mimetype": "image/png", "name": "map.png", "mediaUrl": "https://acme.example/map.png", "cid": "map"}
    ]
  }
}
```

## Passes
```json
{
  "channel": "email",
  "from": "hello@acme.example",
  "to": [{"email": ["ann@example.com"], "substitutions": {"picture": "map"}}],
  "content": {
    "type": "html",
    "subject": "Your visit",
    "html": "<img src=\"cid:$(picture)\" alt=\"the way\">",
    "attachments": [
      {"mimetype": "image/png", "name": "map.png", "mediaUrl": "https://acme.example/map.png", "cid": "map"}
    ]
  }
}
```

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
