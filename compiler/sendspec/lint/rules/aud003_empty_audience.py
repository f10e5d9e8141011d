r"""# AUD003 empty-audience

## What it checks
The file of an audience has a header (else an error) and at least one row (else a warning).

## Why it matters
A message to nobody is not sent, and mostly an export has failed.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {   # warning: AUD003 "data/people.csv"
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
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

check = documents(Severity.ERROR, Severity.WARNING)
