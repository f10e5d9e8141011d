r"""# APL036 nameless-thing-to-choose

## What it checks
An item of a list picker or of a form has an identifier and a title, a slot of a time picker an identifier and a time.

## Why it matters
No page calls them compulsory, but the answer names what was chosen by its identifier, and people choose by what they
read.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    time_picker {
      request_identifier "visit-7"
      timeslot "s1" duration 30m                                   # warning: APL036 "timeslot"
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```

```json
// warning: APL036 /channels/AppleBusinessChat/interactiveData/data/listPicker/sections/0/items/0
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
          "requestIdentifier": "lp-7",
          "listPicker": {"sections": [{"items": [{"identifier": "0"}, {"identifier": "1", "title": "Evening"}]}]}
        },
        "receivedMessage": {"title": "Choose"},
        "replyMessage": {"title": "Chosen"}
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
    time_picker {
      request_identifier "visit-7"
      timeslot "s1" start_time 2026-11-30T14:30Z duration 30m
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
