r"""# TXT010 date-pattern-mixup

## What it checks
A pattern's letters are those that were likely meant: `MM` is the month and `mm` the minute, `dd` the day of
the month and `DD` of the year, `yyyy` the year and `YYYY` the year of the week; `hh` needs an `a`.

## Why it matters
`YYYY` is right for 361 days and wrong around New Year; nobody sees it in a test in June.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { day date }
  audience rows { row { msisdn "+447700900123", day 2026-11-30 } }
  try sms from alerts {
    body "See you on {{ day | date('dd/MM/YYYY') }}"   # warning: TXT010 "YYYY"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime, tz timezone = "Europe/London" }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you at {{ starts_at | local(tz, 'HH:MM') }}"   # warning: TXT010 "MM"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { day date }
  audience rows { row { msisdn "+447700900123", day 2026-11-30 } }
  try sms from alerts {
    body "See you on {{ day | date('dd/MM/yyyy') }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
