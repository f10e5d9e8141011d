r"""# TXT006 filter-argument

## What it checks
A filter has as many arguments as it takes, each of the kind it takes, told by their place. The default of a
date, time, amount or switch is one too.

## Why it matters
A wrong argument would fail for each person while the requests are made.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime, tz timezone = "Europe/London" }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you at {{ starts_at | local(tz) }}"   # error: TXT006 "local(tz)"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name | truncate(length=9) }}"   # error: TXT006 "length"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime, tz timezone = "Europe/London" }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you {{ starts_at | default('soon') | local(tz, 'HH:mm') }}"   # error: TXT006 "'soon'"
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
    body "See you {{ starts_at | local(tz, 'HH:mm') | default('soon') }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
