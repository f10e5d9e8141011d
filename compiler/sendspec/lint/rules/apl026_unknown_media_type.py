r"""# APL026 unknown-media-type

## What it checks
An attachment and the picture or film of a rich link have a media type: the one that is stated, or the one that the end
of the address tells. It has two parts, `image/png`.

## Why it matters
`mimeType` is compulsory; without it the phone does not know what to do with the file.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC}"
    attach "https://cdn.acme.example/map?id=7"                       # error: APL026 "map?id"
  }
}
```

```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC}"
    attach "https://cdn.acme.example/map" type "jpeg"                # error: APL026 "jpeg"
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
    attach "https://cdn.acme.example/map?id=7" type "image/jpeg"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
