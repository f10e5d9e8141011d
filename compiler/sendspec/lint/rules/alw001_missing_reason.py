r"""# ALW001 missing-reason

## What it checks
An `@allow` says why, in a string that is not empty.

## Why it matters
An `@allow` outlives the person who wrote it. Without a reason nobody can tell later whether it is still
needed, so it stays for ever.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM003)                                           # error: ALW001 "@allow(TIM003)"
  category marketing
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
