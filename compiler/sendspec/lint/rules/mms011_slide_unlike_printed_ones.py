r"""# MMS011 slide-unlike-printed-ones

## What it checks
A slide has a text and a duration. No table says that they are compulsory; every slide that the API's page prints
has them.

## Why it matters
What happens without them is nowhere said. A spec is told of texts alone: the duration is 5 there unless `timed no`
leaves it out.

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { image "https://acme.example/map.jpg" }  # note: MMS011 "slide"
  }
}
```

```json
// note: MMS011 /content/attachments/0
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "The way to us", "mediaUrl": "https://acme.example/map.jpg"}
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

check = documents(Severity.NOTE)
