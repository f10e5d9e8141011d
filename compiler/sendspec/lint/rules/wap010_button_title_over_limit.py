r"""# WAP010 button-title-over-limit

## What it checks
A button that answers has at most 20 characters.

## Why it matters
WhatsApp refuses a message with a longer one.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    buttons {
      body "Will you come?"
      reply "I will certainly be there" data "yes"           # error: WAP010 "certainly"
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
      reply "I will be there" data "yes"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
