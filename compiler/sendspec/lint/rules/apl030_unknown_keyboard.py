r"""# APL030 unknown-keyboard

## What it checks
A keyboard of a form is one of Apple's ten.

## Why it matters
Any other is sent as the default one; a printed request has the old name `UIKeyboardTypeEmailAddress` (C84).

## Fails
```json
// warning: APL030 /channels/AppleBusinessChat/interactiveData/data/dynamic/data/pages/0/options/keyboardType
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
          "requestIdentifier": "form-7",
          "dynamic": {
            "data": {
              "startPageIdentifier": "0",
              "pages": [
                {
                  "pageIdentifier": "0",
                  "type": "input",
                  "subtitle": "Your address?",
                  "options": {"keyboardType": "UIKeyboardTypeEmailAddress"}
                }
              ]
            }
          }
        },
        "receivedMessage": {"title": "A form"},
        "replyMessage": {"title": "Sent"}
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
    form {
      request_identifier "visit-7"
      input "mail" { subtitle "Your address?", keyboard_type emailAddress }
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
