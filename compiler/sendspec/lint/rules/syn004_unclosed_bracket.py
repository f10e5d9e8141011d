r"""# SYN004 unclosed-bracket

## What it checks
Every `(` and `[` is closed before the statement ends.

## Why it matters
Line ends inside brackets are blank, so an open bracket swallows the lines after it.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  vars {
    branch text(max 30                # error: SYN004 "("
  }
  audience rows { row { msisdn "+447700900123", branch "Leeds" } }
  try sms from alerts { body "Come to {{ branch }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  vars {
    branch text(max 30)
  }
  audience rows { row { msisdn "+447700900123", branch "Leeds" } }
  try sms from alerts { body "Come to {{ branch }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
