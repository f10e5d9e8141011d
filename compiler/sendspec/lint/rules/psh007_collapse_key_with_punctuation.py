r"""# PSH007 collapse-key-with-punctuation

## What it checks
The `collapse_key` of an Android notice is letters and digits.

## Why it matters
The vendor states so; a key that is cut or refused does not take the place of the notice before it.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you", collapse_key "visit-20931" }     # error: PSH007 "visit"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you", collapse_key "visit20931" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
