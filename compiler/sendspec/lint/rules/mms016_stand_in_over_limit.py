r"""# MMS016 stand-in-over-limit

## What it checks
The SMS that stands in for an MMS is at most 4000 characters, whatever the values of its variables.

## Why it matters
It is sent as any SMS is, and none is longer (status 7107).

## Fails
```send
sender pics mms { id "12025550100" }
sender alerts sms { id "12025550100" }
message visit {
  vars { day text(max 3990) }
  audience rows { row { msisdn "+12025550142", day "Monday" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
  else on failed try sms from alerts { body "See you on {{ day }}" }  # error: MMS016 "See you" # note: SMS020 "See you"
}
```

## Passes
```send
sender pics mms { id "12025550100" }
sender alerts sms { id "12025550100" }
message visit {
  vars { day text(max 60) }
  audience rows { row { msisdn "+12025550142", day "Monday" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
  else on failed try sms from alerts { body "See you on {{ day }}" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
