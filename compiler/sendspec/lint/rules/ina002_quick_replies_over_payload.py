r"""# INA002 quick-replies-over-payload

## What it checks
All quick replies of a message together are at most 4 kB of JSON (4096 bytes of UTF-8).

## Why it matters
The API answers with status 7026 and sends nothing. The keys in the block of a reply count as well.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  vars { note text(max 1_024) example "at two" }
  audience rows { row { userid "user-0001", note "at two" } }
  try inapp from garden {   # error: INA001 "inapp"
    thread "visit"
    text "Will you come?"
    quick_reply "yes1" "Yes" { note "{{ note }}" }   # error: INA002 "quick_reply"
  }
}
```

## Passes
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  vars { note text(max 100) example "at two" }
  audience rows { row { userid "user-0001", note "at two" } }
  try inapp from garden {
    thread "visit"
    text "Will you come?"
    quick_reply "yes1" "Yes" { note "{{ note }}" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
