r"""# APL007 item-count

## What it checks
A section of a list picker has at most 20 items.

## Why it matters
Apple refuses the message; nothing of it is shown.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    list_picker {
      request_identifier "visit-7"
      section "Monday" {                                           # error: APL007 "section"
        item "0" "Slot 0"
        item "1" "Slot 1"
        item "2" "Slot 2"
        item "3" "Slot 3"
        item "4" "Slot 4"
        item "5" "Slot 5"
        item "6" "Slot 6"
        item "7" "Slot 7"
        item "8" "Slot 8"
        item "9" "Slot 9"
        item "10" "Slot 10"
        item "11" "Slot 11"
        item "12" "Slot 12"
        item "13" "Slot 13"
        item "14" "Slot 14"
        item "15" "Slot 15"
        item "16" "Slot 16"
        item "17" "Slot 17"
        item "18" "Slot 18"
        item "19" "Slot 19"
        item "20" "Slot 20"
      }
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
