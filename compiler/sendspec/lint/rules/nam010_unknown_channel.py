r"""# NAM010 unknown-channel

## What it checks
A rung and a sender name a channel that exists.

## Why it matters
The channel decides what a message may hold; without it nothing in the rung can be checked.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
  else on failed try smz from alerts { body "See you" }    # error: NAM010 "smz"
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
