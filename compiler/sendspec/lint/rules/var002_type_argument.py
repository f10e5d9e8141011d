r"""# VAR002 type-argument

## What it checks
What stands in a type's brackets is what that type takes: `text(max 30)`, `int(min 1, max 9)`, `money(GBP)`,
`one_of(a, b)`.

## Why it matters
A bound that is not understood would bound nothing.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(maximum 30) }                          # error: VAR002 "maximum 30"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(max 30) }
  audience rows { row { msisdn "+447700900123", place "Cardiff" } }
  try sms from alerts { body "See you in {{ place }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
