r"""# SMS010 type-for-plain-text

## What it checks
On v1, a text with characters outside the SMS alphabet has type `4`. The compiler sees to it by itself.

## Why it matters
With type `1`, the default, such characters arrive as question marks or not at all.

## Fails
```json
// warning: SMS010 /channels/sms/text
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Mae'r dŵr ar gael"}}
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "type": "4", "text": "Mae'r dŵr ar gael"}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
