r"""# ALW003 expired-allow

## What it checks
The date after `until` has not passed. The `@allow` still holds on that day; from the next day on, what
it allowed is told again.

## Why it matters
Whoever set a date meant somebody to look again. An exception that ends by itself cannot be forgotten.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM003, "until the new plan", until 2020-01-31)   # warning: ALW003 "2020-01-31"
  category marketing                                       # note: TIM003
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Ten per cent off" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM003, "the shop is open all night", until 2099-12-31)
  category marketing
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Ten per cent off" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
