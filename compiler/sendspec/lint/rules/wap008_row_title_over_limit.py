r"""# WAP008 row-title-over-limit

## What it checks
The title of a list's row has at most 24 characters.

## Why it matters
WhatsApp refuses a list with a longer one; the line under the title has room for more.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "Times"
      section "Monday" { row "mon" title "In the morning, nine to twelve" }   # error: WAP008 "nine"
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
      button "Times"
      section "Monday" { row "mon" title "In the morning" about "Nine to twelve" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
