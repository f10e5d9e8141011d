r"""# SYN018 idle-annotation

## What it checks
An annotation stands above a statement or at the end of its line. Nothing follows this one.

## Why it matters
What it was to say is said about nothing.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
  @pii                              # error: SYN018 "@pii"
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
