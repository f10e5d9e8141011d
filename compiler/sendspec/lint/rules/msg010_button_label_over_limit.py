r"""# MSG010 button-label-over-limit

## What it checks
The label of a button has at most 20 characters.

## Why it matters
The platform takes no longer one.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { plan text(max 21) }
  audience rows { row { psid "1000000000000001", plan "Gold" } }
  try messenger from page {
    buttons { body "What next?", reply "{{ plan }}" data "keep" }    # error: MSG010 "plan"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { plan text(max 20) }
  audience rows { row { psid "1000000000000001", plan "Gold" } }
  try messenger from page {
    buttons { body "What next?", reply "{{ plan }}" data "keep" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
