r"""# WAP034 coordinate-out-of-range

## What it checks
A latitude lies between -90 and 90 degrees, a longitude between -180 and 180.

## Why it matters
There is no such place. Most often the two have changed places.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    location latitude 151.2 longitude -33.9                  # error: WAP034 "151.2"
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
    location latitude -33.9 longitude 151.2
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
