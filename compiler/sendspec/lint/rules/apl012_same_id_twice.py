r"""# APL012 same-id-twice

## What it checks
No two pictures of a message, slots of a time picker or pages of a form have one identifier.

## Why it matters
What comes back, or leads on, names one of them; nobody can tell which.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    time_picker {
      request_identifier "visit-7"
      timeslot "s1" start_time 2026-11-30T14:30Z duration 30m
      timeslot "s1" start_time 2026-11-30T15:00Z duration 30m      # error: APL012 "s1"
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
      timeslot "s1" start_time 2026-11-30T14:30Z duration 30m
      timeslot "s2" start_time 2026-11-30T15:00Z duration 30m
      received_message { title "Your visit" }
      reply_message { title "Chosen" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
