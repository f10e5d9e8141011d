r"""# LOC004 not-a-locale

## What it checks
`locales` lists languages, with a region where needed, each once: `en`, `cy`, `en-GB`.

## Why it matters
Dates and numbers are written by the locale; a name that is none gives no rule for them.

## Fails
```send
locales [english]                                          # error: LOC004 "english"
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
locales [en]
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
