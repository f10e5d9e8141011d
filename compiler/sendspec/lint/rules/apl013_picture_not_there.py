r"""# APL013 picture-not-there

## What it checks
Every `image_identifier` names a picture that the message holds.

## Why it matters
`images` is compulsory where something refers to one; the bubble would stay empty.

## Fails
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
      received_message { title "Your visit", image_identifier "brnach" }   # error: APL013 "brnach"
    }
  }
}
```

```json
// error: APL013 /channels/AppleBusinessChat/interactiveData/data
{
  "deliverychannel": "AppleBusinessChat",
  "appid": "a_160000000000000005",
  "destination": [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0001"]}],
  "channels": {
    "AppleBusinessChat": {
      "type": "interactive",
      "interactiveData": {
        "data": {
          "version": "1.0",
          "requestIdentifier": "qr-7",
          "quick-reply": {
            "summaryText": "Will you come?",
            "items": [{"identifier": "0", "title": "Yes"}, {"identifier": "1", "title": "No"}]
          }
        },
        "receivedMessage": {"title": "Your visit", "imageIdentifier": "branch"}
      }
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
