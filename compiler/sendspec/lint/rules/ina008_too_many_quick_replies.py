r"""# INA008 too-many-quick-replies

## What it checks
Quick replies are one to five. The vendor's page stops at four, so five are a warning (C66).

## Why it matters
Six are refused with status 7706.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    text "When will you come?"
    quick_reply "at10" "At 10:00"   # error: INA008 "quick_reply"
    quick_reply "at11" "At 11:00"
    quick_reply "at12" "At 12:00"
    quick_reply "at13" "At 13:00"
    quick_reply "at14" "At 14:00"
    quick_reply "at15" "At 15:00"
  }
}
```
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    text "When will you come?"
    quick_reply "at10" "At 10:00"   # warning: INA008 "quick_reply"
    quick_reply "at11" "At 11:00"
    quick_reply "at12" "At 12:00"
    quick_reply "at13" "At 13:00"
    quick_reply "at14" "At 14:00"
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
    text "When will you come?"
    quick_reply "at10" "At 10:00"
    quick_reply "at11" "At 11:00"
    quick_reply "at12" "At 12:00"
    quick_reply "at13" "At 13:00"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
