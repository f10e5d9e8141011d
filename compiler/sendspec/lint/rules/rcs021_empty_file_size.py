r"""# RCS021 empty-file-size

## What it checks
The size of a file is above 0.

## Why it matters
The API refuses a size of nothing; leave it out where it is not known.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    image "https://acme.example/branch.jpg" file_size 0  # error: RCS021 "0"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    image "https://acme.example/branch.jpg" file_size 120_534
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
