r"""# MMS012 mms-without-name-or-stand-in

## What it checks
A request has a `name`, and in `fallbacktext` the SMS that stands in for it. The table has neither as compulsory,
yet two statuses of the API say that they are required (C30). A spec is not told: there the message's own name is
sent unless `name ""` leaves it out, and the SMS is a rung.

## Why it matters
A platform that asks for them refuses the message (statuses 7234 and 7259).

## Fails
```json
// note: MMS012 /content
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "attachments": [
      {"type": "image", "messageText": "The way to us", "mediaUrl": "https://acme.example/map.jpg", "duration": 5}
    ]
  }
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
}
```

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
      {"type": "image", "messageText": "The way to us", "mediaUrl": "https://acme.example/map.jpg", "duration": 5}
    ]
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
