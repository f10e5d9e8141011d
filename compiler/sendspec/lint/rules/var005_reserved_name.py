r"""# VAR005 reserved-name

## What it checks
A variable's name is letters, digits and `_`, and no word that means something of its own in a text.

## Why it matters
`{{ rung }}` already is the number of the rung; a variable of that name could never be printed.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { rung text(max 5) }                                # error: VAR005 "rung"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { step text(max 5) }
  audience rows { row { msisdn "+447700900123", step "two" } }
  try sms from alerts { body "Take step {{ step }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
