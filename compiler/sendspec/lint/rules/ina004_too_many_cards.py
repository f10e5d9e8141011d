r"""# INA004 too-many-cards

## What it checks
Cards are one to eight.

## Why it matters
The API answers with status 7034 when there are more.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    cards {   # error: INA004 "cards"
      card { title "Kettle 1" }
      card { title "Kettle 2" }
      card { title "Kettle 3" }
      card { title "Kettle 4" }
      card { title "Kettle 5" }
      card { title "Kettle 6" }
      card { title "Kettle 7" }
      card { title "Kettle 8" }
      card { title "Kettle 9" }
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
      card { title "Kettle 1" }
      card { title "Kettle 2" }
      card { title "Kettle 3" }
      card { title "Kettle 4" }
      card { title "Kettle 5" }
      card { title "Kettle 6" }
      card { title "Kettle 7" }
      card { title "Kettle 8" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
