r'''# SYN010 text-left-of-margin

## What it checks
The closing quotes of a text block set its margin; no line stands left of it. An empty line owes no margin.

## Why it matters
What stands left of the margin could be part of the text or not, and both would be a guess.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body """
      Hello
    there  # error: SYN010
      """
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body """
      Hello
      there
      """
  }
}
```
'''

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
