r"""# MSG001 text-over-limit

## What it checks
The text of a Messenger message has at most 2000 characters, whatever its variables hold.

## Why it matters
The platform takes no longer one; nothing of it arrives. The vendor states no limit; a public client of
the platform does.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { story text(max 2001) }
  audience rows { row { psid "1000000000000001", story "Once" } }
  try messenger from page {
    text "{{ story }}"                                        # error: MSG001 "story"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  vars { story text(max 2000) }
  audience rows { row { psid "1000000000000001", story "Once" } }
  try messenger from page {
    text "{{ story }}"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
