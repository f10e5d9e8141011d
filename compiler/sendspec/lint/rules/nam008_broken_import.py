r"""# NAM008 broken-import

## What it checks
A file that is imported has no errors of its own.

## Why it matters
What it declares may be missing or half read; the message would be built on it.

## Fails
```send
import "lib/brand.send" as brand                           # error: NAM008 "lib/brand.send"
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from brand.alerts { body "See you on Monday" }
}
```
```send lib/brand.send
sender alerts sms { id "ACME" }
sneppet bye "Acme"
```

## Passes
```send
import "lib/brand.send" as brand
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from brand.alerts { body "See you on Monday" }
}
```
```send lib/brand.send
sender alerts sms { id "ACME" }
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
