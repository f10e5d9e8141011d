r"""# PSH015 buttons-without-notice

## What it checks
Buttons have the notice of a phone to stand under, and `device_types` names devices that get a notice. A spec that does
not name the devices has its buttons under the notices of phones; that it has none of these is an error.

## Why it matters
Buttons stand under a notice; without one nobody sees them.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "Will you come?" }
    interactive SINGLE_OPEN device_types [android, ios] { open app } # warning: PSH015 "ios"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { title "Your visit", text "Will you come?" }
    interactive SINGLE_OPEN { open app }                             # error: PSH015 "interactive SINGLE_OPEN"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "Will you come?" }
    interactive SINGLE_OPEN { open app }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
