r"""# INA014 member-of-other-attachment

## What it checks
An attachment has the members of its `contentType`: a file with its size, or a place, or a template's payload.

## Why it matters
What belongs to another type is not shown; most likely the type is the wrong one.

## Fails
```json
{
  "deliverychannel": "appmessaging",
  "appid": "MU00000001",
  "destination": [{"userid": ["user-0001"]}],
  "channels": {
    "appmessaging": {
      "thread_id": "visit",
      "message": {
        "attachment": {
          "contentType": "image",
          "file": "https://cdn.acme.example/a.jpg",
          "latitude": "51.48"
        }
      }
    }
  }
}
// error: INA014 /channels/appmessaging/message/attachment/latitude
```

## Passes
```json
{
  "deliverychannel": "appmessaging",
  "appid": "MU00000001",
  "destination": [{"userid": ["user-0001"]}],
  "channels": {
    "appmessaging": {
      "thread_id": "visit",
      "message": {"attachment": {"contentType": "location", "latitude": "51.48", "longitude": "-3.17"}}
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
