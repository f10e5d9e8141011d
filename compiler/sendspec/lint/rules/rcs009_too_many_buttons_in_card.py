r"""# RCS009 too-many-buttons-in-card

## What it checks
A card has at most 6 buttons. The table of the vendor says 4, a request printed beside it has 6 (C19): from 5 on
it warns.

## Why it matters
A card with more is refused, or loses buttons.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {  # warning: RCS009
      title "Which time?"
      image "https://acme.example/clock.png"
      reply "Time 1" data "t1"
      reply "Time 2" data "t2"
      reply "Time 3" data "t3"
      reply "Time 4" data "t4"
      reply "Time 5" data "t5"
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {
      title "Which time?"
      image "https://acme.example/clock.png"
      reply "Time 1" data "t1"
      reply "Time 2" data "t2"
      reply "Time 3" data "t3"
      reply "Time 4" data "t4"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
