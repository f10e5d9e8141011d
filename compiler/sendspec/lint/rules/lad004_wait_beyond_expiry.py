r"""# LAD004 wait-beyond-expiry

## What it checks
No rung waits until the message has expired.

## Why it matters
Nothing starts after the expiry, so the rung would never be tried.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  delivery { expires after 2h }
  try sms from alerts { body "See you on Monday" }
  else after 3h unless delivered try email from mail { subject "Your visit", text "See you" } # error: LAD004 "else"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  delivery { expires after 2h }
  try sms from alerts { body "See you on Monday" }
  else after 1h unless delivered try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
