r"""# API055 channel-not-checked

## What it checks
The content of a channel that this version of sendspec does not know is not checked; what stands around it is.

## Why it matters
No finding does not mean no mistake there.

## Fails
```text
// note: API055 /deliverychannel
{
  "deliverychannel": "push",
  "appid": "a_160000000000000009",
  "destination": [{"userid": ["u-20931"]}],
  "channels": {"push": {"type": "text", "text": "Your table is free from seven."}}
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
