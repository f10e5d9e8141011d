r"""# INA018 button-named-otherwise

## What it checks
A button of a notice has the name that its category gives it: `YES` and `NO` for `DOUBLE_YES_NO`. Beside an in-app
message other names are taken with a note (C69).

## Why it matters
One printed request has other names, all others and the tables have the category's.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    text "See you tomorrow"
    notification {
      title "Your visit"
      text "Tomorrow at 14:30"
      interactive DOUBLE_YES_NO {
        inline_reply identifier "MAYBE"   # note: INA018 "MAYBE"
        dismiss
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
    text "See you tomorrow"
    notification {
      title "Your visit"
      text "Tomorrow at 14:30"
      interactive DOUBLE_YES_NO {
        inline_reply
        dismiss
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
