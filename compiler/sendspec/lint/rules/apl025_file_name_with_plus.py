r"""# APL025 file-name-with-plus

## What it checks
The address of an attachment has no `+` in its path. Characters that an address spells otherwise are a warning.

## Why it matters
The vendor asks for file names that are friendly to addresses: others cannot be fetched, and the message is refused.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC}"
    attach "https://cdn.acme.example/map+list.pdf"                   # error: APL025 "map+list"
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC}"
    attach "https://cdn.acme.example/plan-für-sie.pdf"               # warning: APL025 "plan"
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC}"
    attach "https://cdn.acme.example/map-list.pdf"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
