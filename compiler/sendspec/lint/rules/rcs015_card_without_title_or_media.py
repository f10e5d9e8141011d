r"""# RCS015 card-without-title-or-media

## What it checks
A card has both a title and media.

## Why it matters
One page of the vendor makes both compulsory, another asks for one of title, text and media (C26). A card with
both is safe.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {  # warning: RCS015 "card"
      title "Will you come?"
      body "We open at nine."
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
    card {
      title "Will you come?"
      body "We open at nine."
      image "https://acme.example/branch.jpg"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
