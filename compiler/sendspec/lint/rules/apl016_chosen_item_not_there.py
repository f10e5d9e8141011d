r"""# APL016 chosen-item-not-there

## What it checks
The item that a `picker` shows at first is one of its items; they are counted from 0.

## Why it matters
The wheel would stand at nothing.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    form {
      request_identifier "visit-7"
      picker "what" {
        subtitle "What shall we do?"
        selected_item_index 2                                      # warning: APL016 "2"
        item "refund" "Refund"
        item "replace" "Replace"
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
    form {
      request_identifier "visit-7"
      picker "what" {
        subtitle "What shall we do?"
        selected_item_index 1
        item "refund" "Refund"
        item "replace" "Replace"
      }
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
