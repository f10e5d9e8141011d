r"""# RCS007 media-address-over-limit

## What it checks
The address of a file is at most 2048 characters; one operator stops at 2000 (C83), which warns.

## Why it matters
A longer address is refused, or shown by some operators only.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { path id(max 2100) }
  audience rows { row { msisdn "+447700900123", path "map" } }
  try rcs from chat {
    image "https://acme.example/{{ path }}.jpg"  # error: RCS007 "acme.example"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  vars { path id(max 200) }
  audience rows { row { msisdn "+447700900123", path "map" } }
  try rcs from chat {
    image "https://acme.example/{{ path }}.jpg"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
