r"""# INA007 same-id-twice

## What it checks
All buttons of the cards have ids of their own (`data`), and so have all quick replies.

## Why it matters
What comes back could not be told apart; the API answers with status 7704.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    cards {
      card { title "Kettle", reply "Keep" data "keep" }
      card { title "Teapot", reply "Keep" data "keep" }   # error: INA007 "keep"
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
      card { title "Kettle", reply "Keep" data "keep1" }
      card { title "Teapot", reply "Keep" data "keep2" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
