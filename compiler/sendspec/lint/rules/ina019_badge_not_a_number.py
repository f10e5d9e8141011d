r"""# INA019 badge-not-a-number

## What it checks
The badge is a whole number, in a body as a text of digits.

## Why it matters
The icon of the app shows it.

## Fails
```json
{
  "deliverychannel": "appmessaging",
  "appid": "MU00000001",
  "destination": [{"userid": ["user-0001"]}],
  "channels": {
    "appmessaging": {
      "thread_id": "visit",
      "message": {"text": "See you tomorrow"},
      "notification": {"title": "Your visit", "text": "Tomorrow", "ios_extras": {"badge": "one"}}
    }
  }
}
// error: INA019 /channels/appmessaging/notification/ios_extras/badge
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
      "message": {"text": "See you tomorrow"},
      "notification": {"title": "Your visit", "text": "Tomorrow", "ios_extras": {"badge": "1"}}
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
