r"""# PSH008 wrong-number-of-buttons

## What it checks
A category that begins with `SINGLE` has one button, one that begins with `DOUBLE` has two, and each stands at a place
of its own, 1 or 2.

## Why it matters
The phone shows the buttons of the category; one without its action does nothing.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "Will you come?" }
    interactive DOUBLE_YES_NO { open app }                       # error: PSH008 "interactive"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "Will you come?" }
    interactive SINGLE_OPEN { open app, dismiss }                # error: PSH008 "interactive"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "Will you come?" }
    interactive DOUBLE_YES_NO { open app, dismiss pos 1 }        # error: PSH008 "1"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "Will you come?" }
    interactive DOUBLE_YES_NO { open app, dismiss }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
