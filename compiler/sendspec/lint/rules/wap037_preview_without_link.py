r"""# WAP037 preview-without-link

## What it checks
A text with `preview yes` has an address that starts with https:// or http://.

## Why it matters
The preview shows the first such address; without one there is nothing to show.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    text "Your visit is on acme.example"
    preview yes                                              # warning: WAP037 "yes"
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    text "Your visit is on https://acme.example"
    preview yes
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
