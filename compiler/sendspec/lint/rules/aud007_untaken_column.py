r"""# AUD007 untaken-column

## What it checks
The mapping takes every column of the file, or ignores it by name.

## Why it matters
A column that nothing takes is often a mistyped mapping, and personal data that nobody meant to hand over.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {   # error: AUD007 "data/people.csv"
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone,agent_id
A-1,+447700900123,7
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
    ignore [agent_id]
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone,agent_id
A-1,+447700900123,7
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
