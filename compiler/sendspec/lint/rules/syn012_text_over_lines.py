r"""# SYN012 text-over-lines

## What it checks
A text in `"` ends on the line on which it begins. `\n` is a line break in it; a text of several lines is a text
block.

## Why it matters
A forgotten quote would otherwise turn the rest of the file inside out.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm  # error: SYN012
  service"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  owner "crm service"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Hello" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
