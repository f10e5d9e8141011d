r"""# SMS005 text-over-advice

## What it checks
A text by SMS is shorter than 450 characters.

## Why it matters
The vendor advises so: each part costs, and some networks deliver long messages badly.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  vars { notes id(max 450) = "none" }
  audience rows { row { msisdn "+447700900123" } }
  @allow(SMS020, "only the advice matters here")
  try sms from alerts { body "Table: {{ notes }}" }   # note: SMS005 "Table"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  vars { notes id(max 100) = "none" }
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Table: {{ notes }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
