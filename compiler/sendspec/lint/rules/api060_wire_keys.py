r"""# API060 wire-keys

## What it checks
`wire` adds keys to a request as they stand, without a check.

## Why it matters
It is the way out for what the language has no word for; a reviewer should see that nothing has looked at it.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body "See you on Monday"
    wire { icmessage "true" }                              # note: API060 "wire"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
