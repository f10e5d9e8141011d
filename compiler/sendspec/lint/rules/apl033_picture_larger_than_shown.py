r"""# APL033 picture-larger-than-shown

## What it checks
A picture in base64 has no more pixels than the place that shows it: 840 by 195 in a bubble of the style icon, 840 by
255 small, 840 by 630 large, 180 by 180 beside an item of a list picker, where an operator takes 64 KB besides.

## Why it matters
It is scaled down on the phone, or cut; the bytes are paid for nothing.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image identifier "branch" data "iVBORw0KGgoAAAANSUhEUgAAA0kAAADDCAYAAAA="   # warning: APL033 "iVBOR"
      item "yes" "Yes"
      item "no" "No"
      received_message { title "Your visit", image_identifier "branch" }
    }
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image identifier "branch" data "iVBORw0KGgoAAAANSUhEUgAAA0gAAADDCAYAAAA="
      item "yes" "Yes"
      item "no" "No"
      received_message { title "Your visit", image_identifier "branch" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
