r"""# RCS011 wrong-number-of-cards

## What it checks
A carousel has 2 to 10 cards.

## Why it matters
One card is a `card`, and more than ten are refused.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    carousel medium {  # error: RCS011 "carousel medium"
      card {
        title "Morning"
        image "https://acme.example/am.jpg"
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

check = documents(Severity.ERROR)
