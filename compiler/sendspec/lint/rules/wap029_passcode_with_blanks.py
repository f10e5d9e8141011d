r"""# WAP029 passcode-with-blanks

## What it checks
The value of `otp(…)` has no blanks.

## Why it matters
WhatsApp refuses an authentication template with one.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {"template": "513900000000003", "parameters": {"otp": {"type": "otp", "value": "120 345"}}},
  "channels": {"OTT-Messaging": {"wa": {}}}
}
// error: WAP029 /message/parameters/otp/value
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {"template": "513900000000003", "parameters": {"otp": {"type": "otp", "value": "120345"}}},
  "channels": {"OTT-Messaging": {"wa": {}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
