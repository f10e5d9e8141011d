r"""# API027 callback-too-long

## What it checks
`callbackData` is at most 2000 characters. Above 2048 bytes it is warned of, since one page counts bytes (C7).

## Why it matters
What is too long does not come back with the receipt.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  vars { notes text(max 2000) = "none" }
  audience rows { row { msisdn "+447700900123" } }
  track { callback "table|{{ notes }}" }   # error: API027 "table"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  vars { notes id(max 200) = "none" }
  audience rows { row { msisdn "+447700900123" } }
  track { callback "table|{{ notes }}" }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
