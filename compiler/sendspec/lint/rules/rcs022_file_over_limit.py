r"""# RCS022 file-over-limit

## What it checks
A stated size is within the limits: a file 100 MB, a thumbnail 100 kB. Above the vendor's advice, 500 kB for an
image and 50 kB for a thumbnail, it warns. Sizes are bytes; a comment of the vendor calls them kB (C21).

## Why it matters
A heavy file is refused, or comes so late that nobody waits for it.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {
      title "Your visit"
      image "https://acme.example/branch.jpg" file_size 900_000  # warning: RCS022 "900_000"
      thumbnail "https://acme.example/small.jpg" file_size 200_000  # error: RCS022 "200_000"
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {
      title "Your visit"
      image "https://acme.example/branch.jpg" file_size 400_000
      thumbnail "https://acme.example/small.jpg" file_size 20_000
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
