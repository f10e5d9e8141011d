r"""# TXT005 unknown-filter

## What it checks
A filter behind a `|` is one of those that a text has: `local`, `date`, `time`, `money`, `number`, `upper`,
`lower`, `title`, `capitalize`, `trim`, `truncate`, `default`.

## Why it matters
Jinja's other filters do not know the locale, or make texts whose length nobody can tell.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name | uper }}"   # error: TXT005 "uper"
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
    body "Hello {{ first_name | title | truncate(20) }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
