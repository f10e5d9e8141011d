r"""# RCS019 read-signal-without-message

## What it checks
`signal read` names the message that was read.

## Why it matters
The platform marks one message of the person as read; without its id there is none to mark.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    signal read  # error: RCS019 "signal read"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    signal read message_id "exampleinboundid0001"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
