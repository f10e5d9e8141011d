r"""# SMS008 no-sender

## What it checks
A request by SMS on v1 names its sender. Without one the service decides (C15).

## Why it matters
Whoever reads the request cannot tell whom the message is from, and a change in the console changes it.

## Fails
```json
// note: SMS008 /channels/sms
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"text": "Your table is free from seven."}}
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
