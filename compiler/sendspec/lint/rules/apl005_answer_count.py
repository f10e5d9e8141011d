r"""# APL005 answer-count

## What it checks
A quick reply has two to five answers.

## Why it matters
With one answer there is nothing to choose, and Apple refuses a sixth.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    quick_reply "Will you come?" {                                 # error: APL005 "quick_reply"
      request_identifier "visit-7"
      item "yes" "Yes"
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
      item "yes" "Yes"
      item "no" "No"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
