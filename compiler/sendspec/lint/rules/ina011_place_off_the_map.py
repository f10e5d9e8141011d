r"""# INA011 place-off-the-map

## What it checks
A latitude is between -90 and 90 degrees, a longitude between -180 and 180. In a body they are texts.

## Why it matters
The map would show nothing, or the wrong place.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    location latitude 96.5 longitude -3.17   # error: INA011 "96.5"
  }
}
```

## Passes
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    location latitude 51.48 longitude -3.17
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
