r"""# NAM004 declared-twice

## What it checks
A name stands for one thing: senders, snippets, messages and imports of a file share their names, and so do the
variables and the texts of a message.

## Why it matters
With two declarations a reader cannot tell which one a message goes by.

## Fails
```send
sender alerts sms { id "ACME" }
sender alerts sms { id "ACMECARE" }                        # error: NAM004 "alerts"
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
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
