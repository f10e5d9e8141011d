r"""# SMS004 text-over-limit

## What it checks
A text by SMS is at most 4000 characters, for every value that its variables can have. On v1 it is warned of above 1024
characters or 1024 bytes, the limits of two stricter pages (C14).

## Why it matters
The API answers 7107, for that person alone and after the request was accepted.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  vars { notes text(max 5000) = "none" }
  audience rows { row { msisdn "+447700900123" } }
  @allow(SMS020, "only the limit matters here")
  try sms from alerts { body "Table: {{ notes }}" }   # error: SMS004 "Table"
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

check = documents(Severity.ERROR, Severity.WARNING)
