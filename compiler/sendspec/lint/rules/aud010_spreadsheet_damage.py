r"""# AUD010 spreadsheet-damage

## What it checks
No cell bears the marks of a spreadsheet that has rewritten it: `4.47E+11`, a telephone number without its `+` or its
leading zero, `#N/A`, `30/11/2026`, a day as a serial number, `1,234.50`.

## Why it matters
The value that was there is lost or can only be guessed, and a guess goes to somebody else.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)   # error: AUD010 "phone"
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,4.477E+11
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
A-2,07700900124
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
