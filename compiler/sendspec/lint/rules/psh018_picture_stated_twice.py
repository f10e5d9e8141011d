r"""# PSH018 picture-stated-twice

## What it checks
The picture of an Android notice is stated by `image`, or by the tag `imageurl`.

## Why it matters
Both are one key of the request; one of them would be lost.

## Fails
```send
sender app push { app "MU00000003" }
message visit {
  audience rows { row { userid "ann-1" } }
  try push from app {
    android {
      text "See you"
      image "https://cdn.acme.example/a.jpg"
      tags { imageurl "https://cdn.acme.example/b.jpg" }        # error: PSH018 "b.jpg"
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
    android { text "See you", image "https://cdn.acme.example/a.jpg" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
