r"""# MMS004 empty-slide

## What it checks
A slide shows a file, a text or both.

## Why it matters
An empty slide is refused, and the message with it (status 7236).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
    slide { duration 3 }  # error: MMS004 "slide"
  }
}
```

```json
// error: MMS004 /content/attachments/0
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "", "mediaUrl": "", "duration": 5}
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
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
