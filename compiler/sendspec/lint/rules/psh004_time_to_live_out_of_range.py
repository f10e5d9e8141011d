r"""# PSH004 time-to-live-out-of-range

## What it checks
A notice lives at most 28 days on Android and 30 days on iPhones. In browsers it is 600 days by one statement and 28 by
another (C60): an error above the first, a warning above the second. In a body it is seconds, as digits.

## Why it matters
A time to live that is too long is refused (status 7506 and 7511).

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you", time_to_live 29d }               # error: PSH004 "29d"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", time_to_live 31d }                   # error: PSH004 "31d"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { title "Acme", text "See you", time_to_live 29d }     # warning: PSH004 "29d"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { title "Acme", text "See you", time_to_live 601d }    # error: PSH004 "601d"
  }
}
```

```json
// error: PSH004 /channels/push/android/extras/time_to_live
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"android": {"text": "See you", "extras": {"time_to_live": "2419201"}}}}
}
```

```json
// error: PSH004 /channels/push/ios/extras/time_to_live
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"ios": {"text": "See you", "extras": {"time_to_live": "1h"}}}}
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android { text "See you", time_to_live 28d }
    ios { text "See you", time_to_live 30d }
    web { title "Acme", text "See you", time_to_live 0s }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
