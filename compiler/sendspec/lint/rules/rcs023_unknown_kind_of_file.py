r"""# RCS023 unknown-kind-of-file

## What it checks
The address of a file ends in its type, and RCS shows that type: BMP, GIF, JPEG, PNG, MP4, MP3, M4A, WAV.

## Why it matters
The vendor asks for a direct address with the ending; without it, or with another type, the message may arrive
without its media.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    image "https://acme.example/branch.webp"  # warning: RCS023 "branch.webp"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    image "https://acme.example/branch.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
