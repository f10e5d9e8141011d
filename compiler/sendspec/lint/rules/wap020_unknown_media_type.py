r"""# WAP020 unknown-media-type

## What it checks
A file's media type is known: its address ends in a known extension, or `type` states it.

## Why it matters
The API wants the type with every file.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    file "https://acme.example/lists/latest"                 # error: WAP020 "latest"
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
    file "https://acme.example/lists/latest.pdf"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
