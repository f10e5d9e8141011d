r"""# MSG015 several-contents

## What it checks
A message holds one of a text, an attachment and a sign.

## Why it matters
The API takes one of them.

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": "The sauna is open again.", "sender_action": "typing_off"}}}
}
// error: MSG015 /channels/OTT-Messaging/fb
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": "The sauna is open again."}}}
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"sender_action": "typing_off"}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
