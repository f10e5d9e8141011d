r"""# SYN006 stray-closing

## What it checks
A `}`, `)` or `]` has an opening partner.

## Why it matters
One closing brace too many ends a block early, and what follows is read in the wrong place.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
}                                   # error: SYN006 "}"
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
