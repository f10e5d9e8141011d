r"""# NAM011 sender-of-other-channel

## What it checks
A rung is sent by a sender of its own channel.

## Why it matters
An app id is no SMS sender: the API refuses the request, or the message comes from nobody.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from chat { body "See you on Monday" }           # error: NAM011 "chat"
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
