r"""# MMS010 slide-shown-for-no-time

## What it checks
The duration of a slide is a number above 0.

## Why it matters
The platform refuses another one (status 7232).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide {
      text     "The way to us"
      image    "https://acme.example/map.jpg"
      duration 0  # error: MMS010 "0"
    }
  }
}
```

```json
// error: MMS010 /content/attachments/0/duration
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "The way to us", "mediaUrl": "https://acme.example/map.jpg", "duration": -5}
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
    slide {
      text     "The way to us"
      image    "https://acme.example/map.jpg"
      duration 8
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
