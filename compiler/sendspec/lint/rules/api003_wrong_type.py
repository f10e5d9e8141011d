r"""# API003 wrong-type

## What it checks
A value has the type of its place: an address key holds a list, a text stands in quotes.

## Why it matters
A number in place of a text is refused by one host and turned into something else by the next.

## Fails
```json
// error: API003 /destination/0/msisdn
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": "+447700900123"}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}}
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

check = documents(Severity.ERROR)
