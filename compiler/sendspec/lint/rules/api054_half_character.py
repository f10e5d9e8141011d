r"""# API054 half-character

## What it checks
A text holds whole characters: `\ud83d` alone is half of a surrogate pair.

## Why it matters
It cannot be written as UTF-8; what people see is a replacement character, or nothing.

## Fails
```json
// error: API054 /callbackData
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "callbackData": "table \ud83d"
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "callbackData": "table \ud83c\udf7d"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
