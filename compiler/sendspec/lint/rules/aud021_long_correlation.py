r"""# AUD021 long-correlation

## What it checks
The correlation id that a row brings has at most 50 bytes of UTF-8.

## Why it matters
The API refuses a longer one, and with it the whole request.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience csv "data/people.csv" {
    msisdn      <- phone as phone(GB)
    correlation <- case   # error: AUD021 "case"
  }
  try sms from alerts { body "See you on Monday" }
}
```
```csv data/people.csv
phone,case
+447700900123,appointment-2026-11-30-cardiff-queen-street-desk-4711
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience csv "data/people.csv" {
    msisdn      <- phone as phone(GB)
    correlation <- case
  }
  try sms from alerts { body "See you on Monday" }
}
```
```csv data/people.csv
phone,case
+447700900123,apt-4711
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
