r"""# APL002 text-over-advice

## What it checks
A text has at most 3000 characters, whatever its variables hold: an operator takes no more. The vendor states no limit.

## Why it matters
A longer text may be refused on the way, and nobody reads it to the end.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  vars { story text(max 3001) }
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001", story "Once" } }
  try apple from desk {
    text "{{ story }}"                                           # warning: APL002 "{{ story }}"
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  vars { story text(max 3000) }
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001", story "Once" } }
  try apple from desk {
    text "{{ story }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
