r"""# VAR008 variable-in-fixed-text

## What it checks
What is the same for everybody, such as a sender's id or a snippet, holds no variable.

## Why it matters
A sender is registered once with the operators, and a snippet is shared by messages with other variables.

## Fails
```send
snippet bye "Bye {{ first_name }}"                         # error: VAR008 "Bye"
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday {{ bye }}" }
}
```

## Passes
```send
snippet bye "Bye from Acme"
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday {{ bye }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
