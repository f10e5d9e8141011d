r"""# WAP030 amount-form

## What it checks
The `amount_1000` of a currency value is the amount times 1000, in digits.

## Why it matters
A point or a sign in it is not read; 40 pounds are "40000".

## Fails
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {
    "template": "513900000000002",
    "parameters": {
      "deposit": {
        "type": "currency",
        "currency_code": "GBP",
        "amount_1000": "40.00",
        "fallback_value": "40 GBP"
      }
    }
  },
  "channels": {"OTT-Messaging": {"wa": {}}}
}
// error: WAP030 /message/parameters/deposit/amount_1000
```

## Passes
```json
{
  "deliverychannel": "whatsapp",
  "appid": "a_160000000000000003",
  "destination": [{"waid": ["447700900123"]}],
  "message": {
    "template": "513900000000002",
    "parameters": {
      "deposit": {
        "type": "currency",
        "currency_code": "GBP",
        "amount_1000": "40000",
        "fallback_value": "40 GBP"
      }
    }
  },
  "channels": {"OTT-Messaging": {"wa": {}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
