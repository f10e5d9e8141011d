r"""# PSH002 no-platform

## What it checks
A push message has the notice of one platform at least: `android`, `ios` or `web`.

## Why it matters
Without a notice there is nothing to show, with or without a stored template.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {                                         # error: PSH002 "try"
    template "PSHEXMPL01" { name = "Ann" }
  }
}
```

```json
// error: PSH002 /channels/push
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {}}
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you on Monday" }
    template "PSHEXMPL01" { name = "Ann" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
