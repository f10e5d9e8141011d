r"""# AUD009 value-outside-type

## What it checks
Each cell is a value of the type that its column has: an ISO date, a decimal with a point, a number that a telephone
can have. An address has the form that the channels of the ladder want it in. It is a warning where `max_rejects`
allows for the rows that are not. Values are shown masked.

## Why it matters
The type bounds the length of every message and what a filter can do. A value outside it was never thought of.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {
    msisdn <- phone as phone(GB)
    vars <- same   # error: AUD009 "vars"
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A 1 (new),+447700900123
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { card int }
  audience csv "data/cards.csv" {
    msisdn <- phone as phone(GB)
    vars <- same   # error: AUD009 "vars"
  }
  try sms from alerts { body "Your card ends in {{ card }}" }
}
```
```csv data/cards.csv
card,phone
0012,+447700900123
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows {
    row { abc_user "urn:mbid:AQAAEXAMPLE0001" }
    row { abc_user "AQAAEXAMPLE0002" }            # error: AUD009 "AQAAEXAMPLE0002"
  }
  try apple from desk { text "See you on Monday" }
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

check = documents(Severity.ERROR, Severity.WARNING)
