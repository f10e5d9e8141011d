r"""# SMS009 clicked-without-tracking

## What it checks
The receipt `CLICKED` is asked for only where links are shortened and tracked.

## Why it matters
It never comes otherwise.

## Fails
```json
// warning: SMS009 /requestedReceipts/0
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "requestedReceipts": ["CLICKED", "FAILED"]
}
```

## Passes
```json
{
  "channel": "sms",
  "from": "ACME",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "text", "text": "Your table is free from seven."},
  "options": {"domain": "https://s.acme.example", "shortenLinks": "true", "trackClicks": "true"},
  "requestedReceipts": ["CLICKED", "FAILED"]
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING)
