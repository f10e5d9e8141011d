r"""# TXT003 expression-not-taken

## What it checks
A tag prints a name, an import's `alias.name` or a constant, with filters. Calls, arithmetic, subscripts,
deeper attributes and names that begin with `_` are refused.

## Why it matters
Whatever can be computed in a text can also fail, grow without bound, or reach into Python. Values are
worked out in the data, once, before they get here.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { visits int(min 0, max 99) }
  audience rows { row { msisdn "+447700900123", visits 3 } }
  try sms from alerts {
    body "This is visit {{ visits + 1 }}"   # error: TXT003 "+"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name.upper() }}"   # error: TXT003 "("
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name.__class__ }}"   # error: TXT003 "__class__"
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
    body "Hello {{ first_name | upper }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
