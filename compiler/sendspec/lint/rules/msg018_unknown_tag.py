r"""# MSG018 unknown-tag

## What it checks
The tag is `HUMAN_AGENT`.

## Why it matters
It is the only one that still works: the vendor's page lists three older ones and calls them dead (C38).

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "text": "Your refund is on its way.", "messaging_type": "MESSAGE_TAG", "tag": "ACCOUNT_UPDATE"}}}
}
// error: MSG018 /channels/OTT-Messaging/fb/tag
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "text": "Your refund is on its way.", "messaging_type": "MESSAGE_TAG", "tag": "AGENT"}}}
}
// error: MSG018 /channels/OTT-Messaging/fb/tag
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "text": "Your refund is on its way.", "messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
