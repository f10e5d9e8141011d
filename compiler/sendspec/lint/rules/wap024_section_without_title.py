r"""# WAP024 section-without-title

## What it checks
Where a list has several sections, each has a title.

## Why it matters
Without titles people cannot tell the sections apart, and WhatsApp refuses the list.

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
      section "Monday" { row "mon" title "Morning" }
      section { row "tue" title "Morning" }                  # error: WAP024 "section"
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
      section "Monday" { row "mon" title "Morning" }
      section "Tuesday" { row "tue" title "Morning" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
