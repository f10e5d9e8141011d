r"""# SYN015 malformed-literal

## What it checks
What begins with a digit is a number (`50_000`, `51.48`, `2%`), a duration (`1h30m`), a date, a time (`09:00`) or an
instant (`2026-11-30T14:30Z`).

## Why it matters
A value that is nearly right is the kind of mistake that is found last.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  delivery { expires 2026-11-30T14:30:00+0530 }  # error: SYN015 "+0530"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  delivery { expires 2026-11-30T14:30:00+05:30 }
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
