r"""# WAP002 header-over-limit

## What it checks
The header of a list or of a message with buttons has at most 60 characters.

## Why it matters
WhatsApp refuses the whole message, not only its header.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { topic text(max 61) }
  audience rows { row { waid "447700900123", topic "Visits" } }
  try whatsapp from chat {
    list {
      header "{{ topic }}"                                   # error: WAP002 "topic"
      body "When may we see you?"
      button "Times"
      section "Monday" { row "mon" title "Morning" }
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { topic text(max 60) }
  audience rows { row { waid "447700900123", topic "Visits" } }
  try whatsapp from chat {
    list {
      header "{{ topic }}"
      body "When may we see you?"
      button "Times"
      section "Monday" { row "mon" title "Morning" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
