r'''# SYN011 text-beside-quotes

## What it checks
The quotes `"""` of a text block stand apart from its lines: the text begins on the next line, and the closing
quotes have a line of their own.

## Why it matters
The closing quotes set the margin, so they need a line on which nothing else stands.

## Fails
```send
sender alerts sms { id "ACME" }
message m {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body """Good day  # error: SYN011
      Hello
      there
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
