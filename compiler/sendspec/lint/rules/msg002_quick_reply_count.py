r"""# MSG002 quick-reply-count

## What it checks
A message has at most 13 quick replies. Above 10 lint warns.

## Why it matters
The platform takes 13, the vendor's page 10 (C35): a message above that may be refused.

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": "Which day suits you?", "quick_replies": [
    {"content_type": "text", "title": "1", "payload": "d1", "image_url": "https://cdn.acme.example/1.png"},
    {"content_type": "text", "title": "2", "payload": "d2", "image_url": "https://cdn.acme.example/2.png"},
    {"content_type": "text", "title": "3", "payload": "d3", "image_url": "https://cdn.acme.example/3.png"},
    {"content_type": "text", "title": "4", "payload": "d4", "image_url": "https://cdn.acme.example/4.png"},
    {"content_type": "text", "title": "5", "payload": "d5", "image_url": "https://cdn.acme.example/5.png"},
    {"content_type": "text", "title": "6", "payload": "d6", "image_url": "https://cdn.acme.example/6.png"},
    {"content_type": "text", "title": "7", "payload": "d7", "image_url": "https://cdn.acme.example/7.png"},
    {"content_type": "text", "title": "8", "payload": "d8", "image_url": "https://cdn.acme.example/8.png"},
    {"content_type": "text", "title": "9", "payload": "d9", "image_url": "https://cdn.acme.example/9.png"},
    {"content_type": "text", "title": "10", "payload": "d10", "image_url": "https://cdn.acme.example/10.png"},
    {"content_type": "text", "title": "11", "payload": "d11", "image_url": "https://cdn.acme.example/11.png"},
    {"content_type": "text", "title": "12", "payload": "d12", "image_url": "https://cdn.acme.example/12.png"},
    {"content_type": "text", "title": "13", "payload": "d13", "image_url": "https://cdn.acme.example/13.png"},
    {"content_type": "text", "title": "14", "payload": "d14", "image_url": "https://cdn.acme.example/14.png"}
  ]}}}
}
// error: MSG002 /channels/OTT-Messaging/fb/quick_replies
```

```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": "Which day suits you?", "quick_replies": [
    {"content_type": "text", "title": "1", "payload": "d1", "image_url": "https://cdn.acme.example/1.png"},
    {"content_type": "text", "title": "2", "payload": "d2", "image_url": "https://cdn.acme.example/2.png"},
    {"content_type": "text", "title": "3", "payload": "d3", "image_url": "https://cdn.acme.example/3.png"},
    {"content_type": "text", "title": "4", "payload": "d4", "image_url": "https://cdn.acme.example/4.png"},
    {"content_type": "text", "title": "5", "payload": "d5", "image_url": "https://cdn.acme.example/5.png"},
    {"content_type": "text", "title": "6", "payload": "d6", "image_url": "https://cdn.acme.example/6.png"},
    {"content_type": "text", "title": "7", "payload": "d7", "image_url": "https://cdn.acme.example/7.png"},
    {"content_type": "text", "title": "8", "payload": "d8", "image_url": "https://cdn.acme.example/8.png"},
    {"content_type": "text", "title": "9", "payload": "d9", "image_url": "https://cdn.acme.example/9.png"},
    {"content_type": "text", "title": "10", "payload": "d10", "image_url": "https://cdn.acme.example/10.png"},
    {"content_type": "text", "title": "11", "payload": "d11", "image_url": "https://cdn.acme.example/11.png"}
  ]}}}
}
// warning: MSG002 /channels/OTT-Messaging/fb/quick_replies
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"text": "Which day suits you?", "quick_replies": [
    {"content_type": "text", "title": "1", "payload": "d1", "image_url": "https://cdn.acme.example/1.png"},
    {"content_type": "text", "title": "2", "payload": "d2", "image_url": "https://cdn.acme.example/2.png"},
    {"content_type": "text", "title": "3", "payload": "d3", "image_url": "https://cdn.acme.example/3.png"},
    {"content_type": "text", "title": "4", "payload": "d4", "image_url": "https://cdn.acme.example/4.png"},
    {"content_type": "text", "title": "5", "payload": "d5", "image_url": "https://cdn.acme.example/5.png"},
    {"content_type": "text", "title": "6", "payload": "d6", "image_url": "https://cdn.acme.example/6.png"},
    {"content_type": "text", "title": "7", "payload": "d7", "image_url": "https://cdn.acme.example/7.png"},
    {"content_type": "text", "title": "8", "payload": "d8", "image_url": "https://cdn.acme.example/8.png"},
    {"content_type": "text", "title": "9", "payload": "d9", "image_url": "https://cdn.acme.example/9.png"},
    {"content_type": "text", "title": "10", "payload": "d10", "image_url": "https://cdn.acme.example/10.png"}
  ]}}}
}
```

```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Which day suits you?"
    quick_reply "1" data "d1" image "https://cdn.acme.example/1.png"
    quick_reply "2" data "d2" image "https://cdn.acme.example/2.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
