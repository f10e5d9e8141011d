r"""# PSH019 address-from-a-comment

## What it checks
A body is addressed by `userid` or by the id of a device.

## Why it matters
`customerid` and `pushid` stand in comments of the vendor's page, not in its table (C59); a customer without a profile
is not found (status 7105).

## Fails
```json
// note: PSH019 /destination/0/customerid
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"customerid": ["c-1"]}],
  "channels": {"push": {"android": {"text": "See you"}}}
}
```

## Passes
```json
{
  "deliverychannel": "push",
  "appid": "MU00000003",
  "destination": [{"userid": ["ann-1"]}],
  "channels": {"push": {"android": {"text": "See you"}}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
