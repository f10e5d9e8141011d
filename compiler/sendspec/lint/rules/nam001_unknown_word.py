r"""# NAM001 unknown-word

## What it checks
Every statement and option is one that its place takes. A word that is not known there is told with the nearest one
that is.

## Why it matters
Nothing in a spec is dropped in silence: a misspelt `catgory` would otherwise leave a message without its category.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  catgory utility                                          # error: NAM001 "catgory"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  category utility
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
