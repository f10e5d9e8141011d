r"""# RCS005 label-over-limit

## What it checks
What a button says is at most 25 characters.

## Why it matters
Longer labels are refused, and a phone would cut them.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 40) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    text "Will you come?"
    reply "{{ note }}" data "yes"  # error: RCS005 "{{ note }}"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 25) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    text "Will you come?"
    reply "{{ note }}" data "yes"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
