r"""# WAP036 bsuid-form

## What it checks
A `bsuid` is a country code, a dot and digits.

## Why it matters
Another id is not one of WhatsApp's business-scoped ids, and reaches nobody.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"bsuid": ["447700900123"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Hello"}}}}
}
// error: WAP036 /destination/0/bsuid/0
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"bsuid": ["GB.1000000000000001"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Hello"}}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
