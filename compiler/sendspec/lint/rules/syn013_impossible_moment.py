r"""# SYN013 impossible-moment

## What it checks
Dates are days of the calendar, times go from 00:00 to 23:59, and offsets up to 14:00.

## Why it matters
The API refuses such an instant, or takes it for another one.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  delivery { expires 2026-02-30T10:00Z }  # error: SYN013 "2026-02-30"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  delivery { expires 2026-02-28T10:00Z }
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
