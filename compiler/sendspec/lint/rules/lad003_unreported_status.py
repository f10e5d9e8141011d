r"""# LAD003 unreported-status

## What it checks
`unless STATUS` names a status that the channel of the rung above can report.

## Why it matters
No receipt would ever say `read` of an SMS, so everybody would get the next rung as well.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else after 2h unless read try email from mail { subject "Your visit", text "See you" } # error: LAD003 "read"
}
```

```send
sender hotline voice { number "442079460100" }
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline { prompt "354" }
  else after 2h unless delivered try sms from alerts { body "See you on Monday" } # error: LAD003 "delivered"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else after 2h unless delivered try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
