r"""# INA009 id-with-punctuation

## What it checks
The id of a button or of a quick reply is letters and digits. Hyphens, which the vendor's own requests have, are taken
with a note (C67).

## Why it matters
The vendor's rule has letters and digits only; another id may be refused or come back spoilt.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    text "Will you come?"
    quick_reply "yes:1" "Yes"   # error: INA009 "yes:1"
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
    text "Will you come?"
    quick_reply "yes1" "Yes"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
