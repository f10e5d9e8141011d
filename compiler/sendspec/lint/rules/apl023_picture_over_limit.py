r"""# APL023 picture-over-limit

## What it checks
The content of a picture has at most 200 KB, which is 204 800 bytes before base64.

## Why it matters
Apple refuses a bigger one since August 2026.

## Fails
```text
image identifier "branch" data "iVBORw0KGgo…"     # a picture of 204 801 bytes
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image identifier "branch" data "iVBORw0KGgo="
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

check = documents(Severity.ERROR)
