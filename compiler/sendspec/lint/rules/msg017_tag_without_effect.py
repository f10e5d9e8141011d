r"""# MSG017 tag-without-effect

## What it checks
A tag stands beside `messaging tag`.

## Why it matters
The type of the message says whether the tag counts; without it the message arrives within 24 hours only.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Your refund is on its way."
    tag HUMAN_AGENT    # warning: MSG017 "HUMAN_AGENT"
  }
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "text": "Your refund is on its way.", "messaging_type": "UPDATE", "tag": "HUMAN_AGENT"}}}
}
// warning: MSG017 /channels/OTT-Messaging/fb/tag
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Your refund is on its way."
    messaging tag
    tag HUMAN_AGENT
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
