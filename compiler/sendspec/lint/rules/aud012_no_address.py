r"""# AUD012 no-address

## What it checks
A row has an address for at least one rung of the ladder.

## Why it matters
Nothing can be sent to this person, on any channel. A person can have addresses all the same: those of devices that
the message has no notice for, say.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { ref id(max 12) }
  audience csv "data/people.csv" {   # error: AUD012 "data/people.csv"
    msisdn <- phone as phone(GB)
    vars <- same
  }
  try sms from alerts { body "Your visit {{ ref }} is on Monday" }
}
```
```csv data/people.csv
ref,phone
A-1,+447700900123
A-2,
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows {
    row { android_push "token-1" }
    row { ios_push "token-2" }             # error: AUD012 "row"
  }
  try push from app { android { text "Will you come?" } }
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
A-2,+447700900124
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
