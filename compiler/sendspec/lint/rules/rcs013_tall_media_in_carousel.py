r"""# RCS013 tall-media-in-carousel

## What it checks
Media in a carousel are short or medium.

## Why it matters
The vendor's page lists the height `tall` for carousels too, the platform behind it refuses it (C23).

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    carousel medium {
      card {
        title "Morning"
        image "https://acme.example/am.jpg" height tall  # warning: RCS013 "tall"
      }
      card {
        title "Evening"
        image "https://acme.example/pm.jpg" height tall  # warning: RCS013 "tall"
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
        image "https://acme.example/am.jpg" height medium
      }
      card {
        title "Evening"
        image "https://acme.example/pm.jpg" height medium
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
