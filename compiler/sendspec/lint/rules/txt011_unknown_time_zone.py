r"""# TXT011 unknown-time-zone

## What it checks
A time zone written in a text is one of the IANA list.

## Why it matters
Without a known zone there is no local time to print.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you at {{ starts_at | local('Europe/Londn', 'HH:mm') }}"   # error: TXT011 "'Europe/Londn'"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  try sms from alerts {
    body "See you at {{ starts_at | local('Europe/London', 'HH:mm') }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
