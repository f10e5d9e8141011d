r"""# PSH013 action-text-without-safari

## What it checks
`actiontext` stands only where `safari` is among the browsers.

## Why it matters
Chrome and Firefox do not show it (C58).

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { title "Acme", text "See you", actiontext "See it" }    # warning: PSH013 "See it"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { title "Acme", text "See you" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
