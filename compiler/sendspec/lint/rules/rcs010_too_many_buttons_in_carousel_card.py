r"""# RCS010 too-many-buttons-in-carousel-card

## What it checks
A card of a carousel has at most 4 buttons; one page of the vendor says 2, which warns (C20).

## Why it matters
A carousel with more is refused, or loses buttons.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    carousel medium {
      card {  # warning: RCS010
        title "Morning"
        image "https://acme.example/am.jpg"
        reply "Time 1" data "t1"
        reply "Time 2" data "t2"
        reply "Time 3" data "t3"
      }
      card {
        title "Evening"
        image "https://acme.example/pm.jpg"
        reply "Time 1" data "t1"
      }
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
    carousel medium {
      card {
        title "Morning"
        image "https://acme.example/am.jpg"
        reply "Time 1" data "t1"
        reply "Time 2" data "t2"
      }
      card {
        title "Evening"
        image "https://acme.example/pm.jpg"
        reply "Time 1" data "t1"
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
