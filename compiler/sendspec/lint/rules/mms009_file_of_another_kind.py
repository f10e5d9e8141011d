r"""# MMS009 file-of-another-kind

## What it checks
The ending of a file's address fits the type of its slide. Sound may stand in MP4 and 3GP.

## Why it matters
The platform puts a message together by the types; a film in a slide for pictures is refused (statuses 7225 to
7229).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/way.mp4" }  # error: MMS009 "way.mp4"
  }
}
```

```json
// error: MMS009 /content/attachments/0/mediaUrl
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "video", "messageText": "What to bring", "mediaUrl": "https://acme.example/list.pdf", "duration": 5}
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
    slide { text "The way to us", video "https://acme.example/way.mp4" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
