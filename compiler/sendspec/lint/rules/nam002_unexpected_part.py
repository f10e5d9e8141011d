r"""# NAM002 unexpected-part

## What it checks
The parts of a statement stand in the order and the form that its word asks for: a duration where a duration is
needed, a text in quotes.

## Why it matters
A part that is read as something else than it was meant changes what is sent; so the compiler asks instead of guessing.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  owner crm                                                # error: NAM002 "crm"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  owner "crm"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
