r"""# MSG004 quick-reply-data-over-limit

## What it checks
What a quick reply brings back has at most 1000 characters.

## Why it matters
The API takes no longer one.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { note text(max 1001) }
  audience rows { row { psid "1000000000000001", note "a" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "Monday" data "{{ note }}" image "https://cdn.acme.example/mon.png"    # error: MSG004 "note"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { note text(max 1000) }
  audience rows { row { psid "1000000000000001", note "a" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "Monday" data "{{ note }}" image "https://cdn.acme.example/mon.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
