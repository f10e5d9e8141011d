r"""# TXT004 unknown-name-in-text

## What it checks
A name in a tag is a variable of the message, a snippet, or an import's snippet (`alias.name`).

## Why it matters
A name that is nothing would print nothing, for everybody.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name }}, {{ frist_name }}"   # error: TXT004 "frist_name"
  }
}
```

## Passes
```send
snippet stop "Reply STOP to opt out"
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts {
    body "Hello {{ first_name }}. {{ stop }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
