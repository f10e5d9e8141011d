r"""# INA006 too-many-buttons

## What it checks
A card has at most three buttons.

## Why it matters
The API answers with status 7703 when there are more.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    cards {
      card {   # error: INA006 "card"
        title "Kettle"
        reply "Colour 1" data "colour1"
        reply "Colour 2" data "colour2"
        reply "Colour 3" data "colour3"
        reply "Colour 4" data "colour4"
      }
    }
  }
}
```

## Passes
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    cards {
      card {
        title "Kettle"
        reply "Colour 1" data "colour1"
        reply "Colour 2" data "colour2"
        reply "Colour 3" data "colour3"
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
