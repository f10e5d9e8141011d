r"""# SYN007 foreign-punctuation

## What it checks
Signs of other notations: `:` after a name, `;` after a statement, `->`, `=>`, `==`, `//`. The finding says what the
language has instead.

## Why it matters
The meaning is mostly clear, but there is one way to write a spec, and it has none of them.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  owner: "crm-service"              # error: SYN007 ":"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm-service"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
