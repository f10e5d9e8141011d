r"""# WAP033 quick-reply-count

## What it checks
A template sends at most three quick replies.

## Why it matters
The API takes three, whatever the template was approved with.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000002" {                             # error: WAP033 "template"
      reply "Yes" data "yes"
      reply "No" data "no"
      reply "Later" data "later"
      reply "Never" data "never"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000002" {
      reply "Yes" data "yes"
      reply "No" data "no"
      reply "Later" data "later"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
