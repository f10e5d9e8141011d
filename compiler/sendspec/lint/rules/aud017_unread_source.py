r"""# AUD017 unread-source

## What it checks
The installation can read the kind of source: CSV, JSONL (both also as `.gz`), SQLite and inline rows always, Parquet
and `.zst` with the extra `data`, PostgreSQL with the extra `postgres`. For lint it is a note, for `compile` an error.
Lint opens no connection and waits for no long query, so for lint PostgreSQL is always such a source.

## Why it matters
What is not read is not checked.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience sql "postgresql:///crm" query "select ref, phone from visits" {   # note: AUD017 "postgresql:///crm"
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

check = documents(Severity.ERROR, Severity.NOTE)
