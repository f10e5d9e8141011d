r'''# SYN005 unclosed-text

## What it checks
A text that begins with `"` ends with `"` on the same line; a text block ends with `"""`.

## Why it matters
What was to be sent and what was to be read as the spec cannot be told apart.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm-service               # error: SYN005
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
'''

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
