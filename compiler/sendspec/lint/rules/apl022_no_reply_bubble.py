r"""# APL022 no-reply-bubble

## What it checks
An interactive message has the bubble that stands for the answer; a quick reply has none.

## Why it matters
The parameter table has it as compulsory, while printed requests go without (C50, C82). With it a person sees what they
have chosen.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    list_picker {                                                  # note: APL022 "list_picker"
      request_identifier "visit-7"
      section { item "0" "Morning", item "1" "Evening" }
      received_message { title "Choose a time" }
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
      section { item "0" "Morning", item "1" "Evening" }
      received_message { title "Choose a time" }
      reply_message { title "Your time" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
