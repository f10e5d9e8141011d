r"""# MMS007 slide-without-file

## What it checks
A slide has the address of a file. One of text alone (type `text`) is taken, with a warning: every slide that the
API's page prints has a file.

## Why it matters
A picture without its address shows nothing, and whether the platform takes a slide of text alone is nowhere said.

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "See you on Monday" }  # warning: MMS007 "slide"
  }
}
```

```json
// error: MMS007 /content/attachments/0
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "The way to us", "duration": 5}
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

check = documents(Severity.ERROR, Severity.WARNING)
