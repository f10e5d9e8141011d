r"""# MSG023 quick-replies-without-message

## What it checks
Quick replies stand below a text, media or cards, not beside a sign such as typing.

## Why it matters
A sign shows nothing that they could stand below.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    signal typing_off
    quick_reply "Monday" data "mon" image "https://cdn.acme.example/mon.png"    # warning: MSG023 "quick_reply"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "Monday" data "mon" image "https://cdn.acme.example/mon.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
