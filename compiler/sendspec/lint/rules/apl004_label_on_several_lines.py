r"""# APL004 label-on-several-lines

## What it checks
An answer of a quick reply stands on one line. Other titles and labels hold printable characters only.

## Why it matters
Apple shows an answer on one line, and takes no control characters in what it shows.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      item "yes" "Yes,\nplease"                                    # error: APL004 "Yes"
      item "no" "No"
    }
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      item "yes" "Yes"
      item "no" "No"
      received_message { title "Your\nvisit" }                     # warning: APL004 "Your"
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
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      item "yes" "Yes, please"
      item "no" "No"
      received_message { title "Your visit" }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
