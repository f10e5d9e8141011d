r"""# PSH017 open-without-one-target

## What it checks
`open` names one thing that opens: `url`, `webview`, `deeplink`, `html` or `app`. A `value` stands beside `app` only.

## Why it matters
A tap opens one thing.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", open url "https://acme.example" webview "https://acme.example" } # error: PSH017 "open"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", open url "https://acme.example" value "visit" } # error: PSH017 "visit"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios {
      text "See you"
      open                                                      # error: PSH017 "open"
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
    ios { text "See you", open url "https://acme.example" }
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", open app }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
