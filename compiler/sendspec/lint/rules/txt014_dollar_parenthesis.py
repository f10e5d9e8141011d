r"""# TXT014 dollar-parenthesis

## What it checks
A text holds `$(`, with which the API's v2 begins a substitution.

## Why it matters
It arrives as text all the same: the compiler carries it in a substitution of its own. The note is for those
who wanted one, and for those who read the request.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body "Call us $(free of charge)"   # note: TXT014 "$("
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body "Call us ($ 0.00)"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
