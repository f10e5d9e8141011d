r"""# VAR006 type-of-place

## What it checks
A variable that stands alone where a number or an instant is needed is of such a type.

## Why it matters
`expires first_name` has no meaning; the API would refuse the request for each person.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(max 30) }
  audience rows { row { msisdn "+447700900123", place "Cardiff" } }
  delivery { expires place }                               # error: VAR006 "place"
  try sms from alerts { body "See you in {{ place }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { starts_at datetime }
  audience rows { row { msisdn "+447700900123", starts_at 2026-11-30T14:30Z } }
  delivery { expires starts_at }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
