r"""# SYN008 foreign-quotes

## What it checks
A text stands in `"`; quotes of other kinds open none: `'…'`, `“…”`, `«…»`.

## Why it matters
Word processors turn straight quotes into curly ones without a word.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  owner 'crm-service'               # error: SYN008
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm-service"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
