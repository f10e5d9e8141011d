r"""# RCS016 card-over-payload

## What it checks
A card with all its texts, addresses and buttons is at most 250 kB of JSON (256 000 bytes).

## Why it matters
The whole message with a heavier card is refused.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { path id(max 260_000) }
  audience rows { row { msisdn "+447700900123", path "a" } }
  try rcs from chat {
    card {  # error: RCS016 "card"
      title "Your visit"
      image "https://acme.example/branch.jpg"
      open "Details" url "https://acme.example/{{ path }}" data "open"
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { path id(max 60) }
  audience rows { row { msisdn "+447700900123", path "a" } }
  try rcs from chat {
    card {
      title "Your visit"
      image "https://acme.example/branch.jpg"
      open "Details" url "https://acme.example/{{ path }}" data "open"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
