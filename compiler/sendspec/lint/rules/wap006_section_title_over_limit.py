r"""# WAP006 section-title-over-limit

## What it checks
The title of a list's section has at most 24 characters (the vendor's limit, an error) and better at most 20
(an operator's, a warning).

## Why it matters
Two pages disagree (C32); a title that keeps to the stricter one is shown by everybody.

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
      section "Monday the thirtieth, early" {                # error: WAP006 "Monday"
        row "early" title "Early"
      }
      section "Monday, in the evening" {                     # warning: WAP006 "evening"
        row "late" title "Late"
      }
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
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
