r"""# WAP021 address-without-extension

## What it checks
The address of a file ends in the file's extension, also where the media type is stated.

## Why it matters
The vendor asks for the direct address of the file; an address without an extension often answers with a page,
or not at all.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    image "https://acme.example/photo?id=7" type "image/png"  # warning: WAP021 "photo"
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
    image "https://acme.example/photos/7.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
