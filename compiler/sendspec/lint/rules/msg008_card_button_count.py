r"""# MSG008 card-button-count

## What it checks
A card has at most three buttons.

## Why it matters
The API takes no more.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    cards {
      card {    # error: MSG008 "card"
        title "Cardiff branch"
        reply "Yes" data "yes"
        reply "No" data "no"
        open "Site" url "https://acme.example"
        reply "Later" data "later"
      }
    }
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    cards {
      card {
        title "Cardiff branch"
        reply "Yes" data "yes"
        reply "No" data "no"
        open "Site" url "https://acme.example"
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
