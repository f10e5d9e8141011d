r"""# PSH005 badge-not-a-number

## What it checks
The badge of an iPhone is a whole number; in a body it is one in quotes.

## Why it matters
The icon shows a count and nothing else.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", badge 1.5 }                          # error: PSH005 "1.5"
  }
}
```

```json
// error: PSH005 /channels/push/ios/extras/badge
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"ios": {"text": "See you", "extras": {"badge": "one"}}}}
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", badge 1 }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
