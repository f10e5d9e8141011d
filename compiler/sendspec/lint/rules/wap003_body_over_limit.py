r"""# WAP003 body-over-limit

## What it checks
The body of a list or of a message with buttons has at most 1024 characters.

## Why it matters
A plain text may be four times as long, so a text that is moved into a list can break there.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { story text(max 1025) }
  audience rows { row { waid "447700900123", story "Once" } }
  try whatsapp from chat {
    buttons {
      body "{{ story }}"                                      # error: WAP003 "story"
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
  vars { story text(max 1024) }
  audience rows { row { waid "447700900123", story "Once" } }
  try whatsapp from chat {
    buttons {
      body "{{ story }}"
      reply "Yes" data "yes"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
