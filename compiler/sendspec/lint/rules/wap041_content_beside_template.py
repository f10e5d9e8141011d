r"""# WAP041 content-beside-template

## What it checks
A request with a stored template holds no content of another type.

## Why it matters
Only one of the two can be sent, and no page says which.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {"template": "513900000000001"},
  "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Hello"}}}}
}
// error: WAP041 /channels/OTT-Messaging/wa/type
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {"template": "513900000000001"},
  "channels": {"OTT-Messaging": {"wa": {}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
