r"""# MMS014 sender-without-number

## What it checks
The sender of an MMS is a number: 3 to 15 digits. A plus sign before it is taken, and never sent.

## Why it matters
Only a number that is enabled for MMS can send one; a name is refused (status 7101).

## Fails
```send
sender pics mms { id "ACME" }  # error: MMS014 "ACME"
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
}
```

```json
// error: MMS014 /from
{
  "channel": "mms",
  "from": "ACME",
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
