r"""# APL001 marks-and-attachments

## What it checks
A text holds the character U+FFFC (`\u{FFFC}` in a spec) once for each attachment.

## Why it matters
The mark is where an attachment is shown. One that is missing leaves the file at an unforeseen place, one too many shows
as a blank box.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map and the list: \u{FFFC}"                        # warning: APL001 "The map"
    attach "https://cdn.acme.example/map.jpg"
    attach "https://cdn.acme.example/list.pdf"
  }
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC} and the list: \u{FFFC}"
    attach "https://cdn.acme.example/map.jpg"
    attach "https://cdn.acme.example/list.pdf"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
