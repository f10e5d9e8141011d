r"""# SYN019 brace-on-next-line

## What it checks
The `{` of a block ends the line of its statement.

## Why it matters
A line end closes a statement; a block on the next line would belong to nothing.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts
  {                                 # error: SYN019 "{"
    body "Hello"
  }
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
