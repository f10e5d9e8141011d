r"""# RCS012 carousel-of-unlike-heights

## What it checks
All media of one carousel have the same height.

## Why it matters
The cards stand side by side; the platform refuses a carousel whose media differ.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    carousel medium {
      card {
        title "Morning"
        image "https://acme.example/am.jpg" height short
      }
      card {
        title "Evening"
        image "https://acme.example/pm.jpg" height medium  # error: RCS012 "medium"
      }
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    carousel medium {
      card {
        title "Morning"
        image "https://acme.example/am.jpg" height short
      }
      card {
        title "Evening"
        image "https://acme.example/pm.jpg" height short
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
