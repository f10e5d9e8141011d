r"""# NAM012 repeated-word

## What it checks
A word that a block takes once stands there once.

## Why it matters
Of two values only one could be sent, and nothing says which.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  category utility
  category service                                         # error: NAM012 "category"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  category utility
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
