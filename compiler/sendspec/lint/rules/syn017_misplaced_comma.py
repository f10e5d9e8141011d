r"""# SYN017 misplaced-comma

## What it checks
Commas separate elements of lists, arguments, and the statements of a block written in one go. They do not end
statements that stand on lines of their own, nor declarations.

## Why it matters
One block, one way to separate: a reader need not look for what is missing.

## Fails
```send
sender alerts sms { id "ACME" },     # error: SYN017 ","
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
