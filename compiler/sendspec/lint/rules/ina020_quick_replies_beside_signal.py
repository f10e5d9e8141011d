r"""# INA020 quick-replies-beside-signal

## What it checks
Quick replies do not stand beside a signal.

## Why it matters
A signal, a typing sign or a thread alert, shows no message. What would be tapped under it is never seen, and the
answer that is waited for never comes.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    signal typing_on
    quick_reply "yes1" "Yes"   # warning: INA020 "quick_reply"
  }
}
```
```json
// warning: INA020 /channels/appmessaging/message/quickReplies
{
  "deliverychannel": "appmessaging",
  "appid": "MU00000001",
  "destination": [{"userid": ["user-0001"]}],
  "channels": {"appmessaging": {"thread_id": "visit", "type": "threadAlert", "message": {"text": "",
    "quickReplies": {"options": [{"type": "quickReplyPostback", "identifier": "yes1", "title": "Yes"}]}}}}
}
```

## Passes
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  audience rows { row { userid "user-0001" } }
  try inapp from garden {
    thread "visit"
    text "Will you come?"
    quick_reply "yes1" "Yes"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
