r"""# APL032 pictures-over-limit

## What it checks
All pictures of a message together are less than 5 MB (5 242 880 bytes) of JSON.

## Why it matters
Apple refuses the message.

## Fails
```text
image identifier "p1" data "…"       # twenty pictures of 200 KB each
…
image identifier "p20" data "…"
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image "https://cdn.acme.example/branch.png" identifier "branch"
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
