r"""# NAM006 missing-word

## What it checks
A block holds the words that it cannot do without: a sender its address, a message its ladder, an audience its rows.

## Why it matters
The request could not be made, or would be refused for a parameter that is not there.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {                                            # error: NAM006 "visit"
  audience rows { row { msisdn "+447700900123" } }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
