r"""# APL008 slot-count

## What it checks
A time picker has at most ten times to choose from.

## Why it matters
Apple refuses the message; nothing of it is shown.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    time_picker {                                                  # error: APL008 "time_picker"
      request_identifier "visit-7"
      timeslot "s0" start_time 2026-11-30T09:00Z duration 30m
      timeslot "s1" start_time 2026-11-30T10:00Z duration 30m
      timeslot "s2" start_time 2026-11-30T11:00Z duration 30m
      timeslot "s3" start_time 2026-11-30T12:00Z duration 30m
      timeslot "s4" start_time 2026-11-30T13:00Z duration 30m
      timeslot "s5" start_time 2026-11-30T14:00Z duration 30m
      timeslot "s6" start_time 2026-11-30T15:00Z duration 30m
      timeslot "s7" start_time 2026-11-30T16:00Z duration 30m
      timeslot "s8" start_time 2026-11-30T17:00Z duration 30m
      timeslot "s9" start_time 2026-11-30T18:00Z duration 30m
      timeslot "s10" start_time 2026-11-30T19:00Z duration 30m
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
      timeslot "s0" start_time 2026-11-30T09:00Z duration 30m
      timeslot "s1" start_time 2026-11-30T10:00Z duration 30m
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
