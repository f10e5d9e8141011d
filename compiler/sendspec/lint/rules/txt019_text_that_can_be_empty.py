r"""# TXT019 text-that-can-be-empty

## What it checks
A text that the API needs says something to everybody: it is not made of variables whose default is empty, nor of
branches without an `{% else %}`, alone. What stands in the place of a text that may be missing is not looked at.

## Why it matters
For a person for whom the text comes out empty there is no request that the API would take. Lint knows only whether
there is such a person among the rows of the spec itself, and tells that as an error of its own; compile, which sees
everybody, stops at the first.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { note text(max 40) = "" }
  audience rows { row { msisdn "+447700900123", note "We open at nine." } }
  try sms from alerts { body note }                 # warning: TXT019 "note"
}
message news {
  vars { open bool }
  audience rows { row { msisdn "+447700900123", open yes } }
  try sms from alerts {
    body "{% if open %}We are open.{% endif %}"     # warning: TXT019 "{% if open %}"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  vars { note text(max 40) = "" }
  audience rows {
    row { msisdn "+447700900123", note "We open at nine." }
    row { msisdn "+447700900124" }
  }
  try sms from alerts { body note }                 # warning: TXT019 "note"  # error: SMS001 "note"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { note text(max 40) = "" }
  audience rows { row { msisdn "+447700900123", note "We open at nine." } }
  try sms from alerts { body "{% if note %}{{ note }}{% else %}See you soon.{% endif %}" }
}
message news {
  vars { open bool }
  audience rows { row { msisdn "+447700900123", open yes } }
  try sms from alerts { body "{% if open %}We are open.{% else %}We are closed.{% endif %}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
