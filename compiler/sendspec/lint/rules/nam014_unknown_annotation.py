r"""# NAM014 unknown-annotation

## What it checks
An annotation is one of `@allow`, `@pii` and `@deprecated`, and `@pii` marks a variable.

## Why it matters
A misspelt `@pi` would leave personal data unmarked, and a misspelt `@alow` would allow nothing.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) @pi }                     # error: NAM014 "pi"
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts { body "Hello {{ first_name }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 30) @pii }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  try sms from alerts { body "Hello {{ first_name }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
