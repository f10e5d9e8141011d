r"""# SYN021 file-too-large

## What it checks
A spec holds at most 16 777 216 bytes (16 MiB).

## Why it matters
People belong into a data file, which is read row by row; a spec is read whole.

## Fails
```text
a spec with a million inline rows
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
