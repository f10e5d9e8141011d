r"""# WAP014 button-count

## What it checks
A message with buttons has one to three of them.

## Why it matters
WhatsApp refuses a fourth. A list has room for ten answers.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    buttons {                                                # error: WAP014 "buttons"
      body "Will you come?"
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
    buttons {
      body "Will you come?"
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
