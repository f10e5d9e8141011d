r"""# WAP004 footer-over-limit

## What it checks
The footer of a list or of a message with buttons has at most 60 characters.

## Why it matters
WhatsApp refuses the message. For lists the vendor states no limit; the platform behind it does.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { branch text(max 61) }
  audience rows { row { waid "447700900123", branch "Cardiff" } }
  try whatsapp from chat {
    buttons {
      body "Will you come?"
      footer "{{ branch }}"                                   # error: WAP004 "branch"
      reply "Yes" data "yes"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { branch text(max 60) }
  audience rows { row { waid "447700900123", branch "Cardiff" } }
  try whatsapp from chat {
    buttons {
      body "Will you come?"
      footer "{{ branch }}"
      reply "Yes" data "yes"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
