r"""# WAP035 address-without-name

## What it checks
A location with an address has a name too.

## Why it matters
WhatsApp shows the address only beside a name; alone it is lost.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    location latitude 51.48 longitude -3.18 address "1 Example Street"    # warning: WAP035 "Example"
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
    location latitude 51.48 longitude -3.18 name "Cardiff" address "1 Example Street"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
