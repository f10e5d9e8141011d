r"""# PSH016 no-longer-heeded

## What it checks
`sound` and `delay_while_idle` of Android are discontinued.

## Why it matters
They are taken and do nothing: the sound belongs to the app's own channel of notices now.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you", sound "bell" }                     # note: PSH016 "bell"
  }
}
```

```json
// note: PSH016 /channels/push/android/extras/delay_while_idle
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"android": {"text": "See you", "extras": {"delay_while_idle": "true"}}}}
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you", notification_channel_id "visits" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
