r"""# TXT016 unknown-choice

## What it checks
A value that a `one_of` or a locale is compared with is one that it can have.

## Why it matters
The condition would never hold, and its branch would never be sent.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { tier one_of(gold, silver) }
  audience rows { row { msisdn "+447700900123", tier gold } }
  try sms from alerts {
    body "{% if tier == 'glod' %}Welcome, gold member{% endif %} Hello"   # error: TXT016 "'glod'"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { tier one_of(gold, silver) }
  audience rows { row { msisdn "+447700900123", tier gold } }
  try sms from alerts {
    body "{% if tier == 'gold' %}Welcome, gold member{% endif %} Hello"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
