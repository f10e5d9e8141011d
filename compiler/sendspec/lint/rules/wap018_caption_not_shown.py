r"""# WAP018 caption-not-shown

## What it checks
A caption stands on a picture, a film or a document, never on a sound or a sticker.

## Why it matters
WhatsApp shows no caption there and refuses the message.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {
    "OTT-Messaging": {
      "wa": {
        "type": "sticker",
        "sticker": {"url": "https://cdn.acme.example/wave.webp", "mimeType": "image/webp", "caption": "Hello"}
      }
    }
  }
}
// error: WAP018 /channels/OTT-Messaging/wa/sticker/caption
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {
    "OTT-Messaging": {
      "wa": {
        "type": "sticker",
        "sticker": {"url": "https://cdn.acme.example/wave.webp", "mimeType": "image/webp"}
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
