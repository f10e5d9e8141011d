r"""# TXT018 number-in-braces

## What it checks
A text does not print a bare number, `{{ 1 }}`.

## Why it matters
A stored template numbers its places like this, and a text does not: it sends the `1`. Here every value is
printed by the name of its variable, and the places of a stored template are filled by name.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body "Hello {{1}}"       # warning: TXT018 "{{1}}"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
