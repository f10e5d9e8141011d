r"""# APL018 picture-not-base64

## What it checks
The content of a picture is base64, without line breaks or blanks.

## Why it matters
The API cannot read anything else, and the message is refused.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      image identifier "branch" data "89504E470D0A1A0A.png"        # error: APL018 "89504E"
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
