r"""# TXT012 comparison-of-unlike-values

## What it checks
A condition compares like with like: texts with texts, numbers with numbers, dates with dates. `<` and its
kin order numbers, dates and times.

## Why it matters
A number is never equal to a text, so one side of the branch would never be sent; an order between the two
would fail.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { visits int(min 0, max 99) }
  audience rows { row { msisdn "+447700900123", visits 3 } }
  try sms from alerts {
    body "{% if visits > '3' %}Welcome back{% else %}Welcome{% endif %}"   # error: TXT012 "'3'"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { visits int(min 0, max 99) }
  audience rows { row { msisdn "+447700900123", visits 3 } }
  try sms from alerts {
    body "{% if visits > 3 %}Welcome back{% else %}Welcome{% endif %}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
