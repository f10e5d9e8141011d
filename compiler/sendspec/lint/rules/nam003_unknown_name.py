r"""# NAM003 unknown-name

## What it checks
A name that a statement refers to (a sender, a text, a variable) is declared in the file or in one that it imports.

## Why it matters
A reference to nothing cannot be compiled; the nearest declared name is usually the one that was meant.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body text.reminder }               # error: NAM003 "text.reminder"
  text remind "See you on Monday"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body text.remind }
  text remind "See you on Monday"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
