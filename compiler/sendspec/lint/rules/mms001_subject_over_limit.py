r"""# MMS001 subject-over-limit

## What it checks
The subject of an MMS is at most 80 characters, whatever the values of its variables.

## Why it matters
A longer one is refused, and the message with it.

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  vars { branch text(max 70) }
  audience rows { row { msisdn "+12025550142", branch "Boston" } }
  try mms from pics {
    subject "Your visit to {{ branch }}"  # error: MMS001 "branch"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
}
```

```json
// error: MMS001 /content/subject
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit is on Monday at nine; come ten minutes earlier to park your car, pleas",
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
  vars { branch text(max 40) }
  audience rows { row { msisdn "+12025550142", branch "Boston" } }
  try mms from pics {
    subject "Your visit to {{ branch }}"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
