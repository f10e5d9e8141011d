r"""# API014 not-a-phone-number

## What it checks
A telephone number is in E.164: a plus sign, which may be left out, and 7 to 15 digits.

## Why it matters
Blanks, brackets and letters are refused per destination, after the request was accepted.

## Fails
```json
// error: API014 /destination/0/msisdn/0
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["07700 900 123"]}],
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
