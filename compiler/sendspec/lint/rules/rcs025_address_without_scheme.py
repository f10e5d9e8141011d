r"""# RCS025 address-without-scheme

## What it checks
The address that a button opens begins with its scheme, such as https://.

## Why it matters
A phone cannot open an address without one.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Your booking"
    open "Manage booking" url "acme.example/a/20931"  # error: RCS025 "acme.example/a/20931"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Your booking"
    open "Manage booking" url "https://acme.example/a/20931"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
