r"""# RCS020 event-that-ends-early

## What it checks
An event for the calendar ends after it begins.

## Why it matters
A calendar refuses such an event or shows a moment without length.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "See you there"
    event "Add it" from 2026-11-30T15:00Z to 2026-11-30T14:30Z title "Visit"  # warning: RCS020 "2026-11-30T14:30Z"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "See you there"
    event "Add it" from 2026-11-30T14:30Z to 2026-11-30T15:00Z title "Visit"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
