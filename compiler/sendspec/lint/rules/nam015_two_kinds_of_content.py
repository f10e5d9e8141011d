r"""# NAM015 two-kinds-of-content

## What it checks
A rung holds one kind of content: a text, or a card, or a template.

## Why it matters
One request carries one kind; the second would never arrive.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000001"
    location latitude 51.48 longitude -3.17                # error: NAM015 "location"
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat { template "513900000000001" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
