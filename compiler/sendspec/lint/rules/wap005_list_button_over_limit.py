r"""# WAP005 list-button-over-limit

## What it checks
The button that opens a list has at most 20 characters.

## Why it matters
WhatsApp refuses a list with a longer one.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "See all the free times"                          # error: WAP005 "See all"
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
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "See free times"
      section "Monday" { row "mon" title "Morning" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
