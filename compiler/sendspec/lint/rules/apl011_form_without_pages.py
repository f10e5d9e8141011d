r"""# APL011 form-without-pages

## What it checks
A form has one page at least.

## Why it matters
`pages` is compulsory, and an empty form has nothing to fill in.

## Fails
```json
// error: APL011 /channels/AppleBusinessChat/interactiveData/data/dynamic/data/pages
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
          "dynamic": {"data": {"startPageIdentifier": "0", "pages": []}}
        },
        "receivedMessage": {"title": "A form"},
        "replyMessage": {"title": "Sent"}
      }
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
          "requestIdentifier": "form-7",
          "dynamic": {
            "data": {
              "startPageIdentifier": "0",
              "pages": [{"pageIdentifier": "0", "type": "input", "subtitle": "What shall we do?"}]
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
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
