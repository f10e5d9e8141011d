r"""# SYN002 unknown-character

## What it checks
Outside of texts and comments a spec is made of words, numbers, and the signs of the language. Another character
stands there, perhaps one that cannot be seen.

## Why it matters
It is often the rest of a copy from a document, and nobody can say what it was to do.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  owner & "crm-service"             # error: SYN002 "&"
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
