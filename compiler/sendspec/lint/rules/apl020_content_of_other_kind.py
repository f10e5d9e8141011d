r"""# APL020 content-of-other-kind

## What it checks
A message holds the content of its own type, and interactive data the content of one kind.

## Why it matters
The API takes one of the two, and nobody can tell which.

## Fails
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    rich_link "https://acme.example/tour" {
      title "Tour of the branch"
      image "https://cdn.acme.example/tour.png"
    }
    attach "https://cdn.acme.example/map.pdf"                        # error: APL020 "attach"
  }
}
```

```json
// error: APL020 /channels/AppleBusinessChat/text
{
  "deliverychannel": "AppleBusinessChat",
  "appid": "a_160000000000000005",
  "destination": [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0001"]}],
  "channels": {"AppleBusinessChat": {"type": "typing_start", "text": "One moment"}}
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "The map: \u{FFFC}"
    attach "https://cdn.acme.example/map.pdf"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
