r"""# AUD020 unread-exclusion

## What it checks
Every key of an `exclude` list can be read as the mapping reads it, and the list has the column.

## Why it matters
A key that cannot be compared leaves nobody out: a person who opted out would get the message.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
    exclude csv "data/optout.csv" by msisdn   # error: AUD020 "data/optout.csv"
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
```
```csv data/optout.csv
phone
7700900124
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
    exclude csv "data/optout.csv" by msisdn
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
```
```csv data/optout.csv
phone
07700900124
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
