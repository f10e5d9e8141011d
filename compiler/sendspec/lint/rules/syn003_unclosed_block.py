r"""# SYN003 unclosed-block

## What it checks
Every `{` has its `}`. The mark is at the `{`; the place where the gap was noticed is shown beside it. Indentation
decides which block was left open.

## Why it matters
Everything after it would belong to a block that it was not written for.

## Fails
```send
sender alerts sms {                 # error: SYN003 "{"
  id "ACME"

message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
