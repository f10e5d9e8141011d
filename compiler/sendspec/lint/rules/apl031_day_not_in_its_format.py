r"""# APL031 day-not-in-its-format

## What it checks
The days of a `date_picker` are written as its `date_format` says, `MM/dd/yyyy` where it is silent, and stand in order.

## Why it matters
A day that cannot be read is left out, and people choose from all days there are.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    form {
      request_identifier "visit-7"
      date_picker "when" {
        subtitle "When did it arrive?"
        start_date "2026-11-20"                                   # warning: APL031 "2026-11-20"
      }
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
    form {
      request_identifier "visit-7"
      date_picker "when" {
        subtitle "When did it arrive?"
        start_date "11/20/2026"
        maximum_date "11/10/2026"                                 # warning: APL031 "11/10/2026"
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
      date_picker "when" {
        subtitle "When did it arrive?"
        start_date "11/20/2026"
        maximum_date "11/30/2026"
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
