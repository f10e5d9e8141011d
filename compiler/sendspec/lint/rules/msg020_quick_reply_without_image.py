r"""# MSG020 quick-reply-without-image

## What it checks
A quick reply has a picture.

## Why it matters
A sentence of the vendor's page has it as compulsory for now; its table and its requests do without (C36).

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "Monday" data "mon"    # note: MSG020 "quick_reply"
  }
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "text": "Which day suits you?",
    "quick_replies": [{"content_type": "text", "title": "Monday", "payload": "mon"}]}}}
}
// note: MSG020 /channels/OTT-Messaging/fb/quick_replies
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "Monday" data "mon" image "https://cdn.acme.example/mon.png"
    ask_location
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
