r"""# WAP015 contact-count

## What it checks
A message of contacts holds at least one.

## Why it matters
Without one there is nothing to show.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "contacts", "contacts": []}}}
}
// error: WAP015 /channels/OTT-Messaging/wa/contacts
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
        "type": "contacts",
        "contacts": [{"name": {"formatted_name": "Cerys Example", "first_name": "Cerys"}}]
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
