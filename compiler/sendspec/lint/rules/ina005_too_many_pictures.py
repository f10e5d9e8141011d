r"""# INA005 too-many-pictures

## What it checks
A card has at most five pictures.

## Why it matters
The API answers with status 7708 when there are more.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    cards {
      card {   # error: INA005 "card"
        title "Kettle"
        image "https://cdn.acme.example/kettle-1.jpg"
        image "https://cdn.acme.example/kettle-2.jpg"
        image "https://cdn.acme.example/kettle-3.jpg"
        image "https://cdn.acme.example/kettle-4.jpg"
        image "https://cdn.acme.example/kettle-5.jpg"
        image "https://cdn.acme.example/kettle-6.jpg"
      }
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
    cards {
      card {
        title "Kettle"
        image "https://cdn.acme.example/kettle-1.jpg"
        image "https://cdn.acme.example/kettle-2.jpg"
        image "https://cdn.acme.example/kettle-3.jpg"
        image "https://cdn.acme.example/kettle-4.jpg"
        image "https://cdn.acme.example/kettle-5.jpg"
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
