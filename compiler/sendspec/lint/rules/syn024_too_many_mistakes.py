r"""# SYN024 too-many-mistakes

## What it checks
After 500 findings about the form of one file the rest is not told.

## Why it matters
A file with that many is not a spec; it was most likely named by mistake.

## Fails
```text
a picture renamed to a.send
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
