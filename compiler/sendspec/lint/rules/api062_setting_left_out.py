r"""# API062 setting-left-out

## What it checks
A setting of `delivery`, `track` or `policy` that the API of one rung lacks is left out there; so is a receipt of
`receipts` that its channel does not report.

## Why it matters
The other rungs go by it; the reader should know which one does not.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  track { receipts [submitted, delivered] }                # note: API062 "receipts"
  try sms from alerts { body "See you on Monday" }
  else on failed try email from mail { subject "Your visit", text "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  track { correlation "visit-1" }
  try sms from alerts { body "See you on Monday" }
  else on failed try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
