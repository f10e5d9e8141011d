r"""# MMS002 slide-text-over-limit

## What it checks
The text of a slide is at most 4096 characters, whatever the values of its variables.

## Why it matters
The platform refuses the whole message over one long slide (status 7145).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  vars { story text(max 4097) }
  audience rows { row { msisdn "+12025550142", story "Once" } }
  try mms from pics {
    subject "Your visit"
    slide { text "{{ story }}", image "https://acme.example/map.jpg" }  # error: MMS002 "story"
  }
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  vars { story text(max 4096) }
  audience rows { row { msisdn "+12025550142", story "Once" } }
  try mms from pics {
    subject "Your visit"
    slide { text "{{ story }}", image "https://acme.example/map.jpg" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
