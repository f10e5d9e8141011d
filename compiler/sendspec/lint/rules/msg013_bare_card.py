r"""# MSG013 bare-card

## What it checks
A card has one thing more than its title: a subtitle, a picture, an address or a button.

## Why it matters
The platform refuses a card that is a title alone.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    cards { card { title "Cardiff branch" } }    # error: MSG013 "card"
  }
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"attachment": {"type": "template", "payload": {
    "template_type": "generic", "elements": [{"title": "Cardiff branch"}]}}}}}
}
// error: MSG013 /channels/OTT-Messaging/fb/attachment/payload/elements/0
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    cards { card { title "Cardiff branch", image "https://cdn.acme.example/branch.jpg" } }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
