r"""# TXT007 filter-of-other-type

## What it checks
A filter stands behind a value of a type that it takes: `local` a datetime, `date` a date, `time` a time,
`money` money, `number` a number, the others a text.

## Why it matters
A date has no capital letters and a name no time zone; the filter would fail for each person.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { day date }
  audience rows { row { msisdn "+447700900123", day 2026-11-30 } }
  try sms from alerts {
    body "See you on {{ day | upper }}"   # error: TXT007 "upper"
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
    body "See you on {{ day | date('d MMM') | upper }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
