r"""# RCS008 too-many-buttons

## What it checks
A message has at most 11 buttons; one page of the vendor says 10, which warns (C18).

## Why it matters
A message with more is refused; which page is right shows only when it is sent.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Which time?"  # warning: RCS008
    reply "Time 1" data "t1"
    reply "Time 2" data "t2"
    reply "Time 3" data "t3"
    reply "Time 4" data "t4"
    reply "Time 5" data "t5"
    reply "Time 6" data "t6"
    reply "Time 7" data "t7"
    reply "Time 8" data "t8"
    reply "Time 9" data "t9"
    reply "Time 10" data "t10"
    reply "Time 11" data "t11"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Which time?"
    reply "Time 1" data "t1"
    reply "Time 2" data "t2"
    reply "Time 3" data "t3"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
