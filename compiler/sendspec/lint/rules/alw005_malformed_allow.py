r"""# ALW005 malformed-allow

## What it checks
An `@allow` holds a code, a reason in quotes and, if it is to end, `until` and a date; nothing else.

## Why it matters
An `@allow` that can be read in two ways hides more, or less, than its writer thinks.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM003, "open all night", 2099-12-31)             # error: ALW005 "2099-12-31"
  category marketing
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

check = documents(Severity.ERROR)
