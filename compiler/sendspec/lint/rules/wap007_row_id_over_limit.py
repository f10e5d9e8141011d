r"""# WAP007 row-id-over-limit

## What it checks
The id of a list's row has at most 200 characters.

## Why it matters
The id comes back when the row is chosen; WhatsApp refuses a list with a longer one.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { ref id(max 201) }
  audience rows { row { waid "447700900123", ref "A-1" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "Times"
      section "Monday" { row "{{ ref }}" title "Morning" }    # error: WAP007 "ref"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { ref id(max 200) }
  audience rows { row { waid "447700900123", ref "A-1" } }
  try whatsapp from chat {
    list {
      body "When may we see you?"
      button "Times"
      section "Monday" { row "{{ ref }}" title "Morning" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
