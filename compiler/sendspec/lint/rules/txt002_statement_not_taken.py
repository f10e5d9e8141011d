r"""# TXT002 statement-not-taken

## What it checks
A text's statements are `if`, `elif`, `else` and `for` over a list that is written out, one level deep.
Jinja's others are refused by name.

## Why it matters
A text must have a known length and no side effects; with `set`, `macro` or `include` it would be a program.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "{% set name = first_name %}Hello {{ name }}"   # error: TXT002 "set"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "{% for part in first_name %}{{ part }}{% endfor %}"   # error: TXT002 "first_name"
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
    body "Hello {{ first_name }}. Open {% for day in ['Mon', 'Tue'] %}{{ day }} {% endfor %}9 to 5"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
