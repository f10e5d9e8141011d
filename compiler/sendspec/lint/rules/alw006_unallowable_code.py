r"""# ALW006 unallowable-code

## What it checks
An `@allow` names no code of the families `SYN` and `ALW`.

## Why it matters
What cannot be read cannot be accepted either: nobody knows what it says. And an `@allow` about an
`@allow` would be one turn too many.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(ALW004, "kept for the next season")               # error: ALW006 "ALW004"
  category utility
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
