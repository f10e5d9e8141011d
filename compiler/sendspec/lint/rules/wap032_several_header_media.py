r"""# WAP032 several-header-media

## What it checks
A template has at most one of `image`, `video` and `file` as its header.

## Why it matters
A template was approved with one header; a second medium has no place in it.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000001" {
      image "https://cdn.acme.example/branch.jpg"
      video "https://cdn.acme.example/branch.mp4"            # error: WAP032 "video"
    }
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
    template "513900000000001" {
      image "https://cdn.acme.example/branch.jpg"
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
