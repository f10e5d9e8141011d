r"""# RCS006 data-over-limit

## What it checks
What comes back when a button is tapped is at most 2048 characters. The limit is the platform's.

## Why it matters
The platform refuses a button with more.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 3000) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    text "Will you come?"
    reply "Yes" data "{{ note }}"  # error: RCS006 "{{ note }}"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 100) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    text "Will you come?"
    reply "Yes" data "{{ note }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
