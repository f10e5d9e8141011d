r"""# MMS006 slide-without-type

## What it checks
A slide says of what kind its file is. In a spec the word does (`image`, `video`, `audio`), or the ending of a
`file`, or its `type`.

## Why it matters
Without a kind the platform cannot tell a phone what to do with the file (status 7148).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "What to bring", file "https://acme.example/list" }  # error: MMS006 "slide"
  }
}
```

```json
// error: MMS006 /content/attachments/0
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+12025550142"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"messageText": "What to bring", "mediaUrl": "https://acme.example/list.pdf", "duration": 5}
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
    slide { text "What to bring", file "https://acme.example/list" type pdf }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
