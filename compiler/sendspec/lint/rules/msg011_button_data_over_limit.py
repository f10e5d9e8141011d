r"""# MSG011 button-data-over-limit

## What it checks
What a button brings back has at most 1000 characters.

## Why it matters
The platform takes no longer one.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { note text(max 1001) }
  audience rows { row { psid "1000000000000001", note "a" } }
  try messenger from page {
    buttons { body "What next?", reply "Keep it" data "{{ note }}" }    # error: MSG011 "note"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { note text(max 1000) }
  audience rows { row { psid "1000000000000001", note "a" } }
  try messenger from page {
    buttons { body "What next?", reply "Keep it" data "{{ note }}" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
