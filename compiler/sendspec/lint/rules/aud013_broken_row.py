r"""# AUD013 broken-row

## What it checks
A row of a CSV file has as many cells as the header and closes its quotes; a line of a JSONL file is one flat object.

## Why it matters
Cells that have moved by one column put a name where the telephone number was.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {   # error: AUD013 "data/people.csv"
    msisdn <- phone as phone(GB)
    vars <- same
    ignore [branch]
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone,branch
A-1,+447700900123,Queen St, Cardiff
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
    ignore [branch]
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone,branch
A-1,+447700900123,"Queen St, Cardiff"
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
