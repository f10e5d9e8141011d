r"""# APL021 interactive-without-content

## What it checks
The `data` of an interactive message holds a quick reply, a list picker, an event, a form or a sign-in.

## Why it matters
Without it there is nothing to show.

## Fails
```json
// error: APL021 /channels/AppleBusinessChat/interactiveData/data
{
  "deliverychannel": "AppleBusinessChat",
  "appid": "a_160000000000000005",
  "destination": [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0001"]}],
  "channels": {
    "AppleBusinessChat": {
      "type": "interactive",
      "interactiveData": {"data": {"version": "1.0", "requestIdentifier": "qr-7"}}
    }
  }
}
```

## Passes
```json
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
        }
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
