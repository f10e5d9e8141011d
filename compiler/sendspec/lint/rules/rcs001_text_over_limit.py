r"""# RCS001 text-over-limit

## What it checks
The text of an RCS message is at most 1024 characters, whatever the values of its variables. The platform behind
the API would carry 3072; the API takes 1024 (C28).

## Why it matters
A longer text is refused, for every person whose values make it so.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 1100) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    text "{{ note }}"  # error: RCS001 "{{ note }}"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 1000) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    text "{{ note }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
