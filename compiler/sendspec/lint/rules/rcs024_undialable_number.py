r"""# RCS024 undialable-number

## What it checks
A number to dial is a plus sign, the country code and digits, without blanks.

## Why it matters
The platform refuses a button with any other form.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Questions?"
    dial "Call us" phone "020 7946 0123"  # error: RCS024 "020 7946 0123"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Questions?"
    dial "Call us" phone "+442079460123"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
