r"""# RCS004 card-text-over-limit

## What it checks
The text of a card is at most 2000 characters.

## Why it matters
A card with a longer text is refused.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 2001) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    card {
      title "Your visit"
      body "{{ note }}"  # error: RCS004 "{{ note }}"
      image "https://acme.example/branch.jpg"
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 500) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    card {
      title "Your visit"
      body "{{ note }}"
      image "https://acme.example/branch.jpg"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
