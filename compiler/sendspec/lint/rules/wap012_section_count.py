r"""# WAP012 section-count

## What it checks
A list has one to ten sections.

## Why it matters
Without a section there is nothing to choose, and WhatsApp refuses an eleventh.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {
    "OTT-Messaging": {
      "wa": {
        "type": "list",
        "list": {"body": {"text": "When may we see you?"}, "action": {"button": "Times", "sections": []}}
      }
    }
  }
}
// error: WAP012 /channels/OTT-Messaging/wa/list/action/sections
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
        "type": "list",
        "list": {
          "body": {"text": "When may we see you?"},
          "action": {
            "button": "Times",
            "sections": [{"title": "Monday", "rows": [{"id": "mon", "title": "Morning"}]}]
          }
        }
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
