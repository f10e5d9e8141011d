r"""# MMS018 kind-only-listed

## What it checks
The type of a slide is one that a printed request has: image, video, audio, PDF, calendar or contact card. Excel,
text and SMIL are on the page's list of formats only.

## Why it matters
How the API spells these types, and whether phones show them, only a trial tells.

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The prices", file "https://acme.example/prices.xlsx" }  # note: MMS018 "slide"
  }
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The prices", file "https://acme.example/prices.pdf" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
