r"""# SYN014 foreign-date

## What it checks
A date is written year-month-day, as in 2026-11-30. The finding shows the date in that form.

## Why it matters
05/06/2026 is a day in May to some and in June to others.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  vars {
    due date example 30/11/2026       # error: SYN014 "30/11/2026"
  }
  audience rows { row { msisdn "+447700900123", due "2026-11-30" } }
  try sms from alerts { body "Due {{ due | date }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  vars {
    due date example 2026-11-30
  }
  audience rows { row { msisdn "+447700900123", due "2026-11-30" } }
  try sms from alerts { body "Due {{ due | date }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
