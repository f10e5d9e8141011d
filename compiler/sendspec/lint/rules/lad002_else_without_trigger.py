r"""# LAD002 else-without-trigger

## What it checks
Every `else` states its trigger: `on failed`, or `after 20m unless delivered`.

## Why it matters
Without a trigger nobody can say when, or whether, a second message is paid for.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else try email from mail { subject "Your visit", text "See you" } # error: LAD002 "else"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else after 20m unless delivered try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
