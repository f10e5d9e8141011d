r"""# LAD001 ladder-opening

## What it checks
A ladder opens with `try`, and every rung after the first states how it follows: `else …` or `and try`.

## Why it matters
There is no default wait: the reader of a ladder sees when each rung is tried.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  try email from mail { subject "Your visit", text "See you" } # error: LAD001 "try"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else on failed try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
