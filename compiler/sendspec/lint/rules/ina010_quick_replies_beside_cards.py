r"""# INA010 quick-replies-beside-cards

## What it checks
Quick replies stand under a text, a medium or a place, not under cards.

## Why it matters
The API answers with status 7004: cards have buttons of their own.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    cards {
      card { title "Kettle" }
    }
    quick_reply "yes1" "Yes"   # error: INA010 "quick_reply"
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
      card { title "Kettle", reply "Yes" data "yes1" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
