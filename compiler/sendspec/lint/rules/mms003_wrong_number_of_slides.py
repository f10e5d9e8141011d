r"""# MMS003 wrong-number-of-slides

## What it checks
An MMS has one to nine slides.

## Why it matters
Without a slide there is nothing to show (status 7235), and more than nine are refused (7146).

## Fails
```json
// error: MMS003 /content/attachments
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": []
  }
}
```

```json
// error: MMS003 /content/attachments
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "Room 1", "mediaUrl": "https://acme.example/1.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 2", "mediaUrl": "https://acme.example/2.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 3", "mediaUrl": "https://acme.example/3.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 4", "mediaUrl": "https://acme.example/4.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 5", "mediaUrl": "https://acme.example/5.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 6", "mediaUrl": "https://acme.example/6.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 7", "mediaUrl": "https://acme.example/7.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 8", "mediaUrl": "https://acme.example/8.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 9", "mediaUrl": "https://acme.example/9.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 10", "mediaUrl": "https://acme.example/10.jpg", "duration": 5}
    ]
  }
}
```

## Passes
```json
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "Room 1", "mediaUrl": "https://acme.example/1.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 2", "mediaUrl": "https://acme.example/2.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 3", "mediaUrl": "https://acme.example/3.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 4", "mediaUrl": "https://acme.example/4.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 5", "mediaUrl": "https://acme.example/5.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 6", "mediaUrl": "https://acme.example/6.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 7", "mediaUrl": "https://acme.example/7.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 8", "mediaUrl": "https://acme.example/8.jpg", "duration": 5},
      {"type": "image", "messageText": "Room 9", "mediaUrl": "https://acme.example/9.jpg", "duration": 5}
    ]
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
