r"""# APL006 section-count

## What it checks
A list picker has at most 20 sections.

## Why it matters
Apple refuses the message; nothing of it is shown.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    list_picker {                                                  # error: APL006 "list_picker"
      request_identifier "visit-7"
      section { item "0" "Slot 0" }
      section { item "1" "Slot 1" }
      section { item "2" "Slot 2" }
      section { item "3" "Slot 3" }
      section { item "4" "Slot 4" }
      section { item "5" "Slot 5" }
      section { item "6" "Slot 6" }
      section { item "7" "Slot 7" }
      section { item "8" "Slot 8" }
      section { item "9" "Slot 9" }
      section { item "10" "Slot 10" }
      section { item "11" "Slot 11" }
      section { item "12" "Slot 12" }
      section { item "13" "Slot 13" }
      section { item "14" "Slot 14" }
      section { item "15" "Slot 15" }
      section { item "16" "Slot 16" }
      section { item "17" "Slot 17" }
      section { item "18" "Slot 18" }
      section { item "19" "Slot 19" }
      section { item "20" "Slot 20" }
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
    list_picker {
      request_identifier "visit-7"
      section "Monday" { item "0" "Morning", item "1" "Evening" }
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
