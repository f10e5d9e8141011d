r"""# INA012 size-not-a-number

## What it checks
The size of an attachment is its bytes as digits, the duration its seconds as digits.

## Why it matters
The app shows both before it loads the file.

## Fails
```json
{
  "deliverychannel": "appmessaging",
  "appid": "MU00000001",
  "destination": [{"userid": ["user-0001"]}],
  "channels": {
    "appmessaging": {
      "thread_id": "visit",
      "message": {"attachment": {"contentType": "audio", "file": "https://cdn.acme.example/a.mp3", "duration": "38 s"}}
    }
  }
}
// error: INA012 /channels/appmessaging/message/attachment/duration
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
      "message": {"attachment": {"contentType": "audio", "file": "https://cdn.acme.example/a.mp3", "duration": "38"}}
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
