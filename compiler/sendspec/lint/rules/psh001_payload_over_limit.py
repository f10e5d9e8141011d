r"""# PSH001 payload-over-limit

## What it checks
The notices of a push message are together at most 4096 bytes of compact JSON, with every personal text at its longest.
Characters outside ASCII count as the two to four bytes that they are in UTF-8.

## Why it matters
The providers of phones take no more (status 7505 and 7510); nothing of the message arrives.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  vars { story text(max 4096) }
  audience rows { row { userid "ann-1", story "Once" } }
  try push from app {                                         # error: PSH001 "try"
    android { text "{{ story }}" }
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  vars { story text(max 900) }
  audience rows { row { userid "ann-1", story "Once" } }
  try push from app {
    android { text "{{ story }}" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
