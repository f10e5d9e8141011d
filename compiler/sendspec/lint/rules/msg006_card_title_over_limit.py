r"""# MSG006 card-title-over-limit

## What it checks
The title of a card has at most 80 characters.

## Why it matters
The API takes no longer one.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { branch text(max 81) }
  audience rows { row { psid "1000000000000001", branch "Cardiff" } }
  try messenger from page {
    cards { card { title "{{ branch }}", subtitle "Open until six" } }    # error: MSG006 "branch"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { branch text(max 80) }
  audience rows { row { psid "1000000000000001", branch "Cardiff" } }
  try messenger from page {
    cards { card { title "{{ branch }}", subtitle "Open until six" } }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
