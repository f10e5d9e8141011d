r"""# TXT001 malformed-tag

## What it checks
Every `{{` has its `}}`, every `{%` its `%}`, every `if` its `endif` and every `for` its `endfor`; inside a
tag stands what a tag can hold.

## Why it matters
A tag that is not whole would be sent to people as it stands, braces and all.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name }, welcome"   # error: TXT001 "}"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "{% if first_name %}Hello {{ first_name }}"   # error: TXT001 "{% if first_name %}"
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
    body "{% if first_name %}Hello {{ first_name }}{% endif %}, welcome {to all}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
