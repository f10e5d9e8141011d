r"""# TXT008 value-without-filter

## What it checks
A date, time, datetime, amount of money or switch is printed through a filter, or chooses by `{% if %}`.

## Why it matters
Such a value has no one form: which day 03/04 is, and which hour 14:30 UTC is, hangs on who reads it.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime, tz timezone = "Europe/London" }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you at {{ starts_at }}, {{ tz }} time"   # error: TXT008 "starts_at"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { member bool }
  audience rows { row { msisdn "+447700900123", member yes } }
  try sms from alerts {
    body "Member: {{ member }}"   # error: TXT008 "member"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime, tz timezone = "Europe/London" }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you on {{ starts_at | local(tz, 'd MMM HH:mm') }}"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { member bool }
  audience rows { row { msisdn "+447700900123", member yes } }
  try sms from alerts {
    body "{% if member %}Welcome back{% else %}Join us{% endif %}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
