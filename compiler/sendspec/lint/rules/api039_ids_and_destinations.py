r"""# API039 ids-and-destinations

## What it checks
`gtrId` has as many ids as there are destination objects.

## Why it matters
An id belongs to the destination at its place; one too few, and all that follow are someone else's.

## Fails
```json
// error: API039 /gtrId
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "gtrId": ["G-1", "G-2"]
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "gtrId": ["G-1"]
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
