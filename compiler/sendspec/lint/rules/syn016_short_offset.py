r"""# SYN016 short-offset

## What it checks
An instant's offset has two digits for its hours. The API's own page writes one (`+5:30`); that is understood, and
`lint --fix` and `format` write it in full.

## Why it matters
Readers of ISO 8601 refuse the short form.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  delivery { expires 2026-11-30T14:30:00+5:30 }  # warning: SYN016 "+5:30"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  delivery { expires 2026-11-30T14:30:00+05:30 }
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
