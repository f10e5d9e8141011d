r"""# WAP009 row-description-over-limit

## What it checks
The line under a row's title (`about`) has at most 72 characters.

## Why it matters
WhatsApp refuses a list with a longer one.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { note text(max 73) }
  audience rows { row { waid "447700900123", note "Quiet" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "Times"
      section "Monday" { row "mon" title "Morning" about "{{ note }}" }   # error: WAP009 "note"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { note text(max 72) }
  audience rows { row { waid "447700900123", note "Quiet" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "Times"
      section "Monday" { row "mon" title "Morning" about "{{ note }}" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
