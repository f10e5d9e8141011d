r"""# PSH015 buttons-without-notice

## What it checks
`device_types` names devices that get a notice.

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

check = documents(Severity.WARNING)
