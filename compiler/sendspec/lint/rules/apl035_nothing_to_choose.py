r"""# APL035 nothing-to-choose

## What it checks
A list picker has a section, a section and a page of a form that offers answers have an item, a time picker has a time.

## Why it matters
People see a bubble that opens to nothing.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    time_picker {                                                  # warning: APL035 "time_picker"
      request_identifier "visit-7"
      title "Your visit"
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    list_picker {
      request_identifier "visit-7"
      section "Monday" {}                                          # warning: APL035 "section"
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    time_picker {
      request_identifier "visit-7"
      title "Your visit"
      timeslot "s1" start_time 2026-11-30T14:30Z duration 30m
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
