r"""# VAR001 unknown-type

## What it checks
The type of a variable is one of the language's.

## Why it matters
The type bounds what a value can be; without it no length is known before there is data.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place string(max 30) }                            # error: VAR001 "string"
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
