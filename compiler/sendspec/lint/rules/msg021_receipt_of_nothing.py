r"""# MSG021 receipt-of-nothing

## What it checks
A receipt names one thing that was bought.

## Why it matters
The list of them is compulsory; an empty one says nothing.

## Fails
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"attachment": {"type": "template", "payload": {"template_type": "receipt",
    "recipient_name": "Ann Example", "order_number": "20931", "currency": "GBP", "payment_method": "Card",
    "summary": {"total_cost": 33.4},
    "elements": []}}}}}
}
// error: MSG021 /channels/OTT-Messaging/fb/attachment/payload/elements
```

## Passes
```json
{
  "deliverychannel": "fb",
  "appid": "a_160000000000000004",
  "destination": [{"psid": ["1000000000000001"]}],
  "channels": {"OTT-Messaging": {"fb": {"attachment": {"type": "template", "payload": {"template_type": "receipt",
    "recipient_name": "Ann Example", "order_number": "20931", "currency": "GBP", "payment_method": "Card",
    "summary": {"total_cost": 33.4},
    "elements": [{"title": "Kettle"}]}}}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
