r"""# APL015 page-not-there

## What it checks
The page that a form starts with, and each page that follows, is one of the form's.

## Why it matters
The form would end there, with half of its answers.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    form {
      request_identifier "visit-7"
      input "what" { subtitle "What shall we do?", next_page_identifier "moer" }   # warning: APL015 "moer"
      input "more" { subtitle "Anything else?", submit_form yes }
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
      input "what" { subtitle "What shall we do?", next_page_identifier "more" }
      input "more" { subtitle "Anything else?", submit_form yes }
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
