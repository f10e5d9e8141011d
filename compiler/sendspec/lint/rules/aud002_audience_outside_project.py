r"""# AUD002 audience-outside-project

## What it checks
The file of an audience lies in the project, links followed.

## Why it matters
A spec is reviewed together with what it reads. A path that leaves the project reads something else on every machine.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "../people.csv" {   # error: AUD002 "../people.csv"
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
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
