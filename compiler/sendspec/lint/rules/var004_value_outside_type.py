r"""# VAR004 value-outside-type

## What it checks
A default, an example, a value of a test and a cell of an inline row are written as their type is, and fit it.

## Why it matters
A default that breaks its own type would be sent to everybody whose cell is empty.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(max 5) = "Cardiff" }                   # error: VAR004 "Cardiff"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you in {{ place }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(max 30) = "Cardiff" }
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you in {{ place }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
