r"""# APL003 label-over-limit

## What it checks
Titles, subtitles, labels, buttons and hints of interactive content have at most 512 characters by the vendor's page,
and at most 200 by Apple's rule since August 2026 (C42).

## Why it matters
Apple refuses the message, and the receipt tells only that it failed.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  vars { offer text(max 513) }
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001", offer "Yes" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      item "yes" "{{ offer }}"                                     # error: APL003 "{{ offer }}"
      item "no" "No"
    }
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  vars { offer text(max 201) }
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001", offer "Yes" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      item "yes" "{{ offer }}"                                     # warning: APL003 "{{ offer }}"
      item "no" "No"
    }
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  vars { offer text(max 200) }
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001", offer "Yes" } }
  try apple from desk {
    quick_reply "Will you come?" {
      request_identifier "visit-7"
      item "yes" "{{ offer }}"
      item "no" "No"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
