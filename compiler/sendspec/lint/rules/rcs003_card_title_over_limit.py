r"""# RCS003 card-title-over-limit

## What it checks
The title of a card is at most 200 characters.

## Why it matters
A card with a longer title is refused.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 300) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    card {
      title "{{ note }}"  # error: RCS003 "{{ note }}"
      image "https://acme.example/branch.jpg"
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { note text(max 200) }
  audience rows { row { msisdn "+447700900123", note "New times" } }
  try rcs from chat {
    card {
      title "{{ note }}"
      image "https://acme.example/branch.jpg"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
