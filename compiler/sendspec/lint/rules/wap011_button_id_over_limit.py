r"""# WAP011 button-id-over-limit

## What it checks
The data of a button that answers has at most 256 characters.

## Why it matters
The data is the button's id on WhatsApp, which refuses a message with a longer one.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { ref id(max 253) }
  audience rows { row { waid "447700900123", ref "A-1" } }
  try whatsapp from chat {
    buttons {
      body "Will you come?"
      reply "Yes" data "yes:{{ ref }}"                         # error: WAP011 "ref"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  vars { ref id(max 252) }
  audience rows { row { waid "447700900123", ref "A-1" } }
  try whatsapp from chat {
    buttons {
      body "Will you come?"
      reply "Yes" data "yes:{{ ref }}"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
