r"""# TXT009 date-pattern

## What it checks
A pattern is one of CLDR's (UTS 35, part 4): its letters are fields that the value has, and words stand in
single quotes.

## Why it matters
A letter that is no field would be printed as it stands; one that the value lacks would fail for each
person.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { day date }
  audience rows { row { msisdn "+447700900123", day 2026-11-30 } }
  try sms from alerts {
    body "See you on {{ day | date('d MMM at HH') }}"   # error: TXT009 "at"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { day date }
  audience rows { row { msisdn "+447700900123", day 2026-11-30 } }
  try sms from alerts {
    body "See you on {{ day | date('%d/%m') }}"   # error: TXT009 "%d"
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
    body "See you on {{ day | date(\"EEEE 'the' d\") }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
