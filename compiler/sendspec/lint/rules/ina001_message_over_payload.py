r"""# INA001 message-over-payload

## What it checks
A message in an app, with all its texts, addresses, buttons and keys, is at most 4 kB of JSON (4096 bytes of
UTF-8). A personal text counts at its longest. The preview of a film counts too.

## Why it matters
A longer message is refused whole.

## Fails
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  vars { story text(max 1_024) example "Once" }
  audience rows { row { userid "user-0001", story "Once" } }
  try inapp from garden {   # error: INA001 "inapp"
    thread "visit"
    text "{{ story }}"
  }
}
```

## Passes
```send
sender garden inapp { app "MU00000001" }
message visit {
  category service
  vars { story text(max 900) example "Once" }
  audience rows { row { userid "user-0001", story "Once" } }
  try inapp from garden {
    thread "visit"
    text "{{ story }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
