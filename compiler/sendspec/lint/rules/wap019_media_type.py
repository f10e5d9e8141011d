r"""# WAP019 media-type

## What it checks
The media type of a file is one that WhatsApp takes for its kind: JPEG and PNG pictures, MP4 and 3GPP films,
AAC, MP4, MPEG, AMR and OGG sounds, text, PDF and office documents, WEBP stickers.

## Why it matters
Another file does not arrive. The type is the one that the address ends in, or that `type` states.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    image "https://cdn.acme.example/branch.gif"              # error: WAP019 "branch.gif"
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
    image "https://cdn.acme.example/branch.png"
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
