r"""# AUD023 shared-address

## What it checks
No address stands in several rows of a file, as far as lint looks at it and `unique` does not tell the rows apart by it.
The first rows of each address are named, the address itself is masked.

## Why it matters
Whoever has the address gets the message once for each row: a number that was filled in for want of a real one
gets all of them, and a list that was joined twice is sent twice. A family that shares an address is no mistake; then
`@allow` says so.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)   # warning: AUD023 "msisdn <- phone as phone(GB)"
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
A-2,07700 900456
A-3,07700 900123
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same
    unique by msisdn keep first
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
A-2,07700 900456
A-3,07700 900123
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
