r"""# MSG016 tag-missing

## What it checks
A message that is sent with a tag says with which.

## Why it matters
Later than 24 hours after the person has written, the tag is what lets the message through (status 7526).

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {     # error: MSG016
    text "Your refund is on its way."
    messaging tag
  }
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": "Your refund is on its way.", "messaging_type": "MESSAGE_TAG"}}}
}
// error: MSG016 /channels/OTT-Messaging/fb
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

check = documents(Severity.ERROR)
