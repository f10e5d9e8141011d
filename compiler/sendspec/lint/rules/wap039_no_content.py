r"""# WAP039 no-content

## What it checks
A request has a `type` of content or a stored template.

## Why it matters
With neither there is nothing to send.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {"OTT-Messaging": {"wa": {"text": {"body": "Hello"}}}}
}
// error: WAP039 /channels/OTT-Messaging/wa
```

```json
// error: WAP039
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "channels": {"OTT-Messaging": {"wa": {}}}
}
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
