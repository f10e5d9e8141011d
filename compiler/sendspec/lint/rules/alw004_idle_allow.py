r"""# ALW004 idle-allow

## What it checks
An `@allow` takes at least one finding away. In a file that cannot be read in full, and on senders and
snippets, which other files may use, this is not checked.

## Why it matters
An `@allow` that does nothing today would hide a new mistake tomorrow.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  @allow(TIM003, "the shop is open all night")             # warning: ALW004 "TIM003"
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

check = documents(Severity.WARNING)
