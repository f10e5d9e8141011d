r"""# INA016 open-without-one-target

## What it checks
What a tap on the notice opens is one thing: `app`, or an address by `url`, `webview`, `deeplink` or `html`. A
`value` goes with `app` only.

## Why it matters
The API has room for one action and one value; the other would be dropped.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    text "See you tomorrow"
    notification {
      title "Your visit"
      text "Tomorrow at 14:30"
      android { open url "https://acme.example/a" deeplink "acme://a" }   # error: INA016 "open"
    }
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
    text "See you tomorrow"
    notification {
      title "Your visit"
      text "Tomorrow at 14:30"
      android { open url "https://acme.example/a" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
