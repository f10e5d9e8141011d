r"""# API026 correlation-too-long

## What it checks
A correlation id is at most 50 bytes of UTF-8, for every value that its variables can have.

## Why it matters
A longer one is refused or cut, and receipts cannot be matched with the messages that they are about.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  vars { ref id(max 48) example "T-7" }
  audience rows { row { msisdn "+447700900123", ref "T-7" } }
  track { correlation "table-{{ ref }}" }   # error: API026 "table-"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  vars { ref id(max 44) example "T-7" }
  audience rows { row { msisdn "+447700900123", ref "T-7" } }
  track { correlation "table-{{ ref }}" }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
