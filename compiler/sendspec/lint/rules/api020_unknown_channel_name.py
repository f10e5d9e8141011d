r"""# API020 unknown-channel-name

## What it checks
`deliverychannel` (v1) or `channel` (v2) names a channel that this version of the API serves.

## Why it matters
Nothing is sent; older pages name channels that are gone (`twitter`, `wechat`).

## Fails
```json
// error: API020 /deliverychannel
{
  "deliverychannel": "twitter",
  "destination": [{"msisdn": ["+447700900123"]}],
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
