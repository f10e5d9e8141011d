r"""# MSG007 card-subtitle-over-limit

## What it checks
The subtitle of a card has at most 80 characters.

## Why it matters
The API takes no longer one.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { hours text(max 81) }
  audience rows { row { psid "1000000000000001", hours "9 to 6" } }
  try messenger from page {
    cards { card { title "Cardiff branch", subtitle "{{ hours }}" } }    # error: MSG007 "hours"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { hours text(max 80) }
  audience rows { row { psid "1000000000000001", hours "9 to 6" } }
  try messenger from page {
    cards { card { title "Cardiff branch", subtitle "{{ hours }}" } }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
