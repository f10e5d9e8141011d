r"""# WAP031 timestamp-form

## What it checks
The `timestamp` of a date_time value is seconds since 1970, in digits.

## Why it matters
No other way of writing a time is read there.

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {
    "template": "513900000000002",
    "parameters": {
      "time": {"type": "date_time", "fallback_value": "30 Nov 2026", "timestamp": "2026-11-30T14:30Z"}
    }
  },
  "channels": {"OTT-Messaging": {"wa": {}}}
}
// error: WAP031 /message/parameters/time/timestamp
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {
    "template": "513900000000002",
    "parameters": {"time": {"type": "date_time", "fallback_value": "30 Nov 2026", "timestamp": "1796049000"}}
  },
  "channels": {"OTT-Messaging": {"wa": {}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
