r"""# SYN025 quote-in-tag

## What it checks
A text in `"` ends at its next `"`, also inside of `{{ … }}` and `{% … %}`. What stands in quotes there is written
`'…'`, or `\"…\"` where it holds a `'` itself. In a text block `"` may stand everywhere.

## Why it matters
The rest of the text would be read as words of the spec. `--fix` changes nothing in such a text.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  vars { due date }
  audience rows { row { msisdn "+447700900123", due 2026-12-02 } }
  try sms from alerts { body "Due {{ due | date("d MMM") }}." }  # error: SYN025 "\""
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  vars { due date }
  audience rows { row { msisdn "+447700900123", due 2026-12-02 } }
  try sms from alerts { body "Due {{ due | date('d MMM') }}." }
}
```
```send
sender alerts sms { id "ACME" }
message m {
  vars { starts_at datetime }
  audience rows { row { msisdn "+447700900123", starts_at 2026-12-02T14:30Z } }
  try sms from alerts {
    body "See you at {{ starts_at | local('Europe/London', \"HH:mm 'on' d MMM\") }}."
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
