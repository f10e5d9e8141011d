r"""# PSH010 deep-link-without-scheme

## What it checks
A deep link is the scheme of an app, `://` and the place in it.

## Why it matters
Without a scheme the phone does not know whose link it is, and the tap does nothing.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", open deeplink "visit/20931" }        # error: PSH010 "visit/20931"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "Will you come?" }
    interactive SINGLE_DEEPLINK { open deeplink "acme:visit" }   # error: PSH010 "acme:visit"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", open deeplink "acme://visit/20931" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
