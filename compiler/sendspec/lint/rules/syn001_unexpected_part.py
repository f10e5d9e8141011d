r"""# SYN001 unexpected-part

## What it checks
Every statement is a word, what belongs to it, and perhaps a block. Something stands where the language has no place
for it.

## Why it matters
The statement cannot be read and is left out; the statements around it are still checked.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  42 category utility               # error: SYN001 "42"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  category utility
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
