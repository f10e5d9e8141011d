r"""# TXT017 path-as-text

## What it checks
A text that is nothing but the path of a file, `"texts/hello.txt"`, is probably meant to be that file's text.

## Why it matters
Without the word `file` the path itself is sent, to everybody.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body "texts/hello.txt"   # warning: TXT017 "texts/hello.txt"
  }
}
```

```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body text.sms }
  text sms "hello.txt"       # warning: TXT017 "hello.txt"
}
```

## Passes
```text texts/hello.txt
See you on Monday
```

```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts {
    body file "texts/hello.txt"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
