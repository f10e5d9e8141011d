r"""# API024 several-address-kinds

## What it checks
One destination holds one kind of address. WhatsApp alone takes `waid` with `bsuid`, as two names of the same people: as
many of one as of the other.

## Why it matters
Which of two addresses counts is written nowhere; one person may get the message twice.

## Fails
```json
// error: API024 /destination/0
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123", "447700900124"], "bsuid": ["GB.1000000000000001"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Your table is free from seven."}}}}
}
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"], "bsuid": ["GB.1000000000000001"]}],
  "channels": {"OTT-Messaging": {"wa": {"type": "text", "text": {"body": "Your table is free from seven."}}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
