r"""# WAP001 text-over-limit

## What it checks
The text of a WhatsApp message has at most 4096 characters, whatever its variables hold.

## Why it matters
The platform refuses a longer one (status 7714); nothing of it arrives.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { story text(max 4097) }
  audience rows { row { waid "447700900123", story "Once" } }
  try whatsapp from chat {
    text "{{ story }}"                                        # error: WAP001 "story"
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { story text(max 4096) }
  audience rows { row { waid "447700900123", story "Once" } }
  try whatsapp from chat {
    text "{{ story }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
