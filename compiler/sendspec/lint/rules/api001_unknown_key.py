r"""# API001 unknown-key

## What it checks
Every key of a request is one that the API has at its place, spelt as it spells it.

## Why it matters
The API drops what it does not know without a word: a misspelt `callbackData` is accepted, and never comes back.

## Fails
```json
// error: API001 /calbackData
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "calbackData": "table|7"
}
```

```json
// error: API001 /notifyUrl
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "notifyUrl": "https://hooks.acme.example/webex"
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "callbackData": "table|7",
  "notifyurl": "https://hooks.acme.example/webex"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
