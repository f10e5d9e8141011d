r"""# SYN009 unknown-escape

## What it checks
In a text a backslash is followed by `"`, `\`, `n`, `t` or `u{…}` with the number of a character; in a text block it
may also end a line, which then joins the next.

## Why it matters
A backslash with another letter means different things in different languages, so here it means none.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm\qservice"              # error: SYN009 "\q"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm\\service"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
