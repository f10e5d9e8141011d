r"""# AUD001 missing-audience-file

## What it checks
The file of an audience, or of one of its `exclude` lists, is there and can be read. For lint a file that is not
there is a warning: recipients are often kept elsewhere and handed over with `compile --audience FILE`. For
`compile` it is an error.

## Why it matters
Without the file nothing of the mapping can be proven, and a mistyped path looks just like a file that is yet to come.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/poeple.csv" {   # warning: AUD001 "data/poeple.csv"
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
