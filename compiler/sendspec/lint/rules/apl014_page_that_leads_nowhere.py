r"""# APL014 page-that-leads-nowhere

## What it checks
A page of a form names the page that follows it. The last one need not, nor one that sends the form, nor a `select`
where a single answer decides.

## Why it matters
`nextPageIdentifier` is compulsory there: the form would end in the middle.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    form {
      request_identifier "visit-7"
      input "what" { subtitle "What shall we do?" }                   # error: APL014 "input"
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

check = documents(Severity.ERROR)
