r"""# API008 number-out-of-range

## What it checks
A number lies in the range that its place takes.

## Why it matters
A latitude of 91 is no place; the request is refused, or the pin stands in the sea.

## Fails
```json
// error: API008 /smartlinks/0/validity
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "smartlinks": [{"smartlinkId": "41", "validity": -1}],
  "content": {"type": "text", "text": "Your table is free from seven: {{smartlink_41}}"}
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "smartlinks": [{"smartlinkId": "41", "validity": 7}],
  "content": {"type": "text", "text": "Your table is free from seven: {{smartlink_41}}"}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
