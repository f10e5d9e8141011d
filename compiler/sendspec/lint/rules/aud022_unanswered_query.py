r"""# AUD022 unanswered-query

## What it checks
The database of an audience can be asked: its address is one of PostgreSQL (`postgresql://…`) or an SQLite file inside
the project (`sqlite:///people.db`, seen from the spec), the query is one that reads, and the answer comes to its end.
Lint asks SQLite alone, for the first rows and not for long; `compile` asks both.

## Why it matters
A query that fails late, or an answer that breaks off in the middle, would leave people out, and nobody could say whom.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience sql "sqlite:///people.db" query "select ref, phone from visits" {   # error: AUD022 "sqlite:///people.db"
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv people.db
ref,phone
A-1,+447700900123
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv people.csv
ref,phone
A-1,+447700900123
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
