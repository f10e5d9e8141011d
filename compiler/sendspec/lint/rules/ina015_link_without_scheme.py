r"""# INA015 link-without-scheme

## What it checks
A deep link begins with the scheme of an app: `acme://visit/20931`.

## Why it matters
Without it the device does not know which app opens it.

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
      ios { open deeplink "visit/20931" }   # error: INA015 "visit/20931"
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
      ios { open deeplink "acme://visit/20931" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
