r"""# INA017 wrong-number-of-buttons

## What it checks
A `SINGLE_` category of buttons has one, a `DOUBLE_` category two, each at a place of its own.

## Why it matters
The category decides which buttons the notice shows; a button too few has no action, one too many no place.

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
      interactive DOUBLE_REPLY_DISMISS {   # error: INA017 "interactive"
        inline_reply
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
      interactive DOUBLE_REPLY_DISMISS {
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

check = documents(Severity.ERROR)
