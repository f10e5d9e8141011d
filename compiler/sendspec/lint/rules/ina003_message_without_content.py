r"""# INA003 message-without-content

## What it checks
A message in an app has a text, an attachment, or both; the text is not empty. Beside a signal (`threadAlert`,
`typingStart`, `typingStop`) it needs neither.

## Why it matters
There is nothing to show, and the request is refused.

## Fails
```json
{
  "deliverychannel": "appmessaging",
  "appid": "MU00000001",
  "destination": [{"userid": ["user-0001"]}],
  "channels": {
    "appmessaging": {
      "thread_id": "visit",
      "message": {"text": ""}
    }
  }
}
// error: INA003 /channels/appmessaging/message/text
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
      "message": {"text": "See you tomorrow"}
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
