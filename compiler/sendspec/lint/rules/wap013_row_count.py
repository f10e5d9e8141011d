r"""# WAP013 row-count

## What it checks
A section has a row, and all sections of a list together have at most ten.

## Why it matters
The ten count over the whole list: two sections of six look right one by one, and are refused.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    list {                                                   # error: WAP013 "list"
      body "When may we see you?"
      button "Times"
      section "Monday" {
        row "a1" title "Time 1"
        row "a2" title "Time 2"
        row "a3" title "Time 3"
        row "a4" title "Time 4"
        row "a5" title "Time 5"
        row "a6" title "Time 6"
      }
      section "Tuesday" {
        row "b1" title "Time 1"
        row "b2" title "Time 2"
        row "b3" title "Time 3"
        row "b4" title "Time 4"
        row "b5" title "Time 5"
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
      section "Monday" {
        row "b1" title "Time 1"
        row "b2" title "Time 2"
        row "b3" title "Time 3"
        row "b4" title "Time 4"
        row "b5" title "Time 5"
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
