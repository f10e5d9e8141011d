r"""# WAP016 missing-content

## What it checks
The `wa` object holds the content that its `type` names.

## Why it matters
A type without its content says nothing, and the request is refused.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "image"}}}
}
// error: WAP016 /channels/OTT-Messaging/wa
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
        "type": "image",
        "image": {"url": "https://cdn.acme.example/branch.jpg", "mimeType": "image/jpeg"}
      }
    }
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
