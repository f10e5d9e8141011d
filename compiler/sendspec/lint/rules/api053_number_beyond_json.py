r"""# API053 number-beyond-json

## What it checks
A number is one that JSON has, and not beyond all measure: no `NaN`, no `Infinity`, no `1e999`.

## Why it matters
Some programs write them, no API reads them.

## Fails
```json
// error: API053 /smartlinks/0/validity
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "smartlinks": [{"smartlinkId": "41", "validity": NaN}],
  "content": {"type": "text", "text": "Your table is free from seven: {{smartlink_41}}"}
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
