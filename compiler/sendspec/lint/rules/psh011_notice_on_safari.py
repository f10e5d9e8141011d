r"""# PSH011 notice-on-safari

## What it checks
`safari` is named among the browsers of a notice.

## Why it matters
The vendor's tables have it; a note beside them says that only Chrome and Firefox are supported (C56).

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { platform_types [chrome, safari], title "Acme", text "See you", actiontext "Go" } # warning: PSH011 "safari"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { platform_types [chrome, firefox], title "Acme", text "See you" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
