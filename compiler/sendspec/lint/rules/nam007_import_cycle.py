r"""# NAM007 import-cycle

## What it checks
Files do not import one another in a ring, nor in a row of more than 32.

## Why it matters
A ring has no first file, so no order in which its names could be bound.

## Fails
```send
import "lib/brand.send" as brand                           # error: NAM007 "lib/brand.send"
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday {{ brand.bye }}" }
}
```
```send lib/brand.send
import "../spec.send" as spec
snippet bye "Acme"
```

## Passes
```send
import "lib/brand.send" as brand
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday {{ brand.bye }}" }
}
```
```send lib/brand.send
snippet bye "Acme"
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
