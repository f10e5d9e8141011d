r"""# PSH003 reserved-tag

## What it checks
No tag is called `from`, nor begins with `google.` or `gcm`. Under `ios` and `web`, which other providers can carry, it
is a warning.

## Why it matters
The provider of Android keeps these names for itself and refuses the message (status 7884).

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android {
      text "See you on Monday"
      tags { from "Cardiff" }                                  # error: PSH003 "Cardiff"
    }
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios {
      text "See you on Monday"
      tags { gcm_id "7" }                                      # warning: PSH003 "7"
    }
  }
}
```

```json
// error: PSH003 /channels/push/android/extras/customtags/google.sent
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"android": {"text": "See you", "extras": {"customtags": {"google.sent": "1"}}}}}
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android {
      text "See you on Monday"
      tags { sent_from "Cardiff" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
