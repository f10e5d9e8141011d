r"""# SYN020 nested-too-deep

## What it checks
Brackets and braces are nested at most 64 levels deep.

## Why it matters
No spec needs that many; a file that has them was made by a program gone wrong.

## Fails
```text
key [[[[[[[[ … ]]]]]]]]             65 levels of them
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
