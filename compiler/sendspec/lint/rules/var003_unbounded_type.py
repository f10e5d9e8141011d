r"""# VAR003 unbounded-type

## What it checks
A text, an id and a url say how long a value can be; a decimal its digits, money its currency, one_of its choices.

## Why it matters
The length of a message is known before there is data only if the length of every value is.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text }                                      # error: VAR003 "text"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(max 30) }
  audience rows { row { msisdn "+447700900123", place "Cardiff" } }
  try sms from alerts { body "See you in {{ place }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
