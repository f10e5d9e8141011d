r"""# SYN023 lone-carriage-return

## What it checks
Lines end with a line feed, or with a carriage return and a line feed; not with a carriage return alone.

## Why it matters
Line numbers in findings and editors would differ.

## Fails
```text
a file with line ends of old Macintosh programs
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
