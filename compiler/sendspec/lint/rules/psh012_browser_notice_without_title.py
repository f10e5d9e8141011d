r"""# PSH012 browser-notice-without-title

## What it checks
A notice for browsers has a `title`, and on Safari an `actiontext`.

## Why it matters
One statement of the vendor has them as compulsory, another as optional (C58). A spec states the title always.

## Fails
```json
// note: PSH012 /channels/push/web
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"web": {"platform_types": ["chrome"], "text": "See you"}}}
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web {                                                        # note: PSH012 "web"
      title "Acme"
      text "See you"
      platform_types [safari]                                   # warning: PSH011 "safari"
    }
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    web { title "Acme", text "See you" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
