r"""# API063 setting-for-no-rung

## What it checks
A setting of `delivery`, `track` or `policy` can be used by at least one rung. Of the receipts in `receipts`, one at
least is reported by a rung.

## Why it matters
It would change nothing, while its author believes that it does.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  track { receipts [submitted, delivered] }                # error: API063 "receipts"
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  track { receipts [submitted, delivered] }
  try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
