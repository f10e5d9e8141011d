r"""# PSH006 sound-not-a-file-of-the-app

## What it checks
The sound of an iPhone's notice is `default`, or the name of a file that the app carries, with its extension. It is no
address.

## Why it matters
The phone plays what stands in the app; it fetches no sound.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", sound "https://cdn.acme.example/bell.caf" } # error: PSH006 "bell"
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", sound "bell" }                       # error: PSH006 "bell"
  }
}
```

## Passes
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", sound "bell.caf" }
  }
}
```

```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    ios { text "See you", sound "default" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
