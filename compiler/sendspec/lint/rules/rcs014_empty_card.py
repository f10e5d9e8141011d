r"""# RCS014 empty-card

## What it checks
A card has a title, a text or media.

## Why it matters
Buttons alone make no card; the platform refuses it.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {  # error: RCS014 "card"
      reply "Yes" data "yes"
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
      title "Will you come?"
      image "https://acme.example/branch.jpg"
      reply "Yes" data "yes"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
