r"""# SYN022 unreadable-bytes

## What it checks
A spec is a file in UTF-8; a byte-order mark at its start is passed over. The finding names the first byte that is
not UTF-8.

## Why it matters
Letters of other encodings would reach people as other letters.

## Fails
```text
a spec saved as Latin-1 or UTF-16
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
