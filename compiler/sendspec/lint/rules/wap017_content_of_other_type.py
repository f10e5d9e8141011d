r"""# WAP017 content-of-other-type

## What it checks
The `wa` object holds the content of its own `type` and of no other.

## Why it matters
Only the content that the type names is sent; what stands beside it is lost.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {
    "OTT-Messaging": {
      "wa": {
        "type": "text",
        "text": {"body": "Hello"},
        "location": {"longitude": -3.18, "latitude": 51.48}
      }
    }
  }
}
// error: WAP017 /channels/OTT-Messaging/wa/location
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Hello"}}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
