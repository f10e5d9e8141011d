r"""# API061 wire-replaces-key

## What it checks
`wire` adds keys; it never replaces one that the compiler writes.

## Why it matters
What the spec says and what is sent would differ, and no check would have seen the value that is sent.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body "See you on Monday"
    @allow(API060, "shows what wire may not do")
    wire { deliverychannel "voice" }                       # error: API061 "deliverychannel"
  }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
