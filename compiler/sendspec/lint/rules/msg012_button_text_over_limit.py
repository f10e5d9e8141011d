r"""# MSG012 button-text-over-limit

## What it checks
The text above buttons has at most 640 characters.

## Why it matters
The platform takes no longer one; a text without buttons can have 2000.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { story text(max 641) }
  audience rows { row { psid "1000000000000001", story "Once" } }
  try messenger from page {
    buttons { body "{{ story }}", reply "Keep it" data "keep" }    # error: MSG012 "story"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { story text(max 640) }
  audience rows { row { psid "1000000000000001", story "Once" } }
  try messenger from page {
    buttons { body "{{ story }}", reply "Keep it" data "keep" }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
