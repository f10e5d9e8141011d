r"""# MSG022 button-of-other-type

## What it checks
A button of type web_url opens its `url`, one of type postback answers with its `payload`; neither has both.

## Why it matters
The other one's member would go nowhere.

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "button", "text": "What next?",
    "buttons": [{"type": "web_url", "title": "Open site", "url": "https://acme.example", "payload": "site"}]}}}}}
}
// error: MSG022 /channels/OTT-Messaging/fb/attachment/payload/buttons/0/payload
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "button", "text": "What next?",
    "buttons": [{"type": "postback", "title": "Call me", "payload": "call", "url": "https://acme.example"}]}}}}}
}
// error: MSG022 /channels/OTT-Messaging/fb/attachment/payload/buttons/0/url
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "button", "text": "What next?",
    "buttons": [{"type": "web_url", "title": "Open site", "url": "https://acme.example"}]}}}}}
}
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {
    "attachment": {"type": "template", "payload": {"template_type": "button", "text": "What next?",
    "buttons": [{"type": "postback", "title": "Call me", "payload": "call"}]}}}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
