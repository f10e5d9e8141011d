r"""# MSG009 button-count

## What it checks
A text with buttons has one to three of them: more is an error, none a warning.

## Why it matters
The API takes three. The platform asks for one at least; the vendor's page has none as compulsory (C39).

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    buttons {    # error: MSG009 "buttons"
      body "What next?"
      reply "Yes" data "yes"
      reply "No" data "no"
      open "Site" url "https://acme.example"
      reply "Later" data "later"
    }
  }
}
```

```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    buttons { body "What next?" }    # warning: MSG009 "buttons"
  }
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"attachment": {"type": "template", "payload": {
    "template_type": "button", "text": "What next?", "buttons": []}}}}}
}
// warning: MSG009 /channels/OTT-Messaging/fb/attachment/payload/buttons
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    buttons {
      body "What next?"
      reply "Yes" data "yes"
      reply "No" data "no"
      open "Site" url "https://acme.example"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
