r"""# MSG003 quick-reply-label-over-limit

## What it checks
The label of a quick reply has at most 20 characters.

## Why it matters
The API takes no longer one. A label that hangs on the person is judged by its longest value.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { day text(max 21) }
  audience rows { row { psid "1000000000000001", day "Monday" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "{{ day }}" data "mon" image "https://cdn.acme.example/mon.png"    # error: MSG003 "day"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { day text(max 20) }
  audience rows { row { psid "1000000000000001", day "Monday" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "{{ day }}" data "mon" image "https://cdn.acme.example/mon.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
