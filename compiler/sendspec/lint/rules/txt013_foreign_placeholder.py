r"""# TXT013 foreign-placeholder

## What it checks
Text that looks like a placeholder of another tool, `${name}`, `%s`, `{name}`, `<name>`, `[name]`, is not
one here; nor is the API's own `$(name)`, where `name` is something that the text could print.

## Why it matters
It is sent as it stands, and people read `Hello ${first_name}`. A request that has `$(name)` where no page says that
the API fills it, in a subject, comes back from `sendspec import` as it is, with an `@allow` that says so.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello ${first_name}, or {{ first_name }}"   # warning: TXT013 "${first_name}"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {first_name}, or {{ first_name }}"   # warning: TXT013 "{first_name}"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello $(first_name), or {{ first_name }}"   # warning: TXT013 "$(first_name)"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { email "ann@acme.example", first_name "Ann" } }
  try email from mail {
    @allow(TXT013, "as the request has it; nothing says that the API fills it here")
    subject "For $(first_name)"
    text "Hello {{ first_name }}"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name }}, 10 % off all [large] items"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
