r"""# ALW002 unknown-code

## What it checks
The code that an `@allow` names is one of those that `sendspec rules` lists.

## Why it matters
A misspelt code allows nothing, and what it was meant to allow is found again.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM03, "the shop is open all night")              # error: ALW002 "TIM03"
  category marketing                                       # note: TIM003
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Ten per cent off" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM003, "the shop is open all night")
  category marketing
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Ten per cent off" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
