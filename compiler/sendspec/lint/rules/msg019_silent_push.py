r"""# MSG019 silent-push

## What it checks
`SILENT_PUSH` is taken, with a note.

## Why it matters
It stands in a comment of the vendor's page only; the table has `REGULAR` and `NO_PUSH` (C37).

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "The sauna is open again."
    notification_type SILENT_PUSH    # note: MSG019 "SILENT_PUSH"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "The sauna is open again."
    notification_type NO_PUSH
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
