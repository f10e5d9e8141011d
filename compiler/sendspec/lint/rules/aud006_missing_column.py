r"""# AUD006 missing-column

## What it checks
The file has every column that the mapping reads, and every variable without a default has a column.

## Why it matters
Each row would be refused for the same reason, or each person would get a text with a gap.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phnoe as phone(GB)   # error: AUD006 "phnoe"
    vars <- same
    ignore [phone]
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
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
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
