r"""# API015 sender-with-plus

## What it checks
A sender of SMS has no plus sign, and is not empty.

## Why it matters
The plus sign is compulsory before a destination and forbidden before a sender; the message fails at the network.

## Fails
```send
sender alerts sms { id "+447700900199" }   # error: API015 "+447700900199"
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "447700900199" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
