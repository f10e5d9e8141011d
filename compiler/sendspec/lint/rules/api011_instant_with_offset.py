r"""# API011 instant-with-offset

## What it checks
An instant stands in UTC with `Z`. An offset is taken with a note; with a single digit for its
hours, as an old page prints it, with a warning.

## Why it matters
`+5:30` is no offset of ISO 8601; a stricter reader refuses it.

## Fails
```json
// warning: API011 /expiry
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "expiry": "2026-11-30T18:00:00.000+5:30"
}
```

```json
// note: API011 /expiry
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "expiry": "2026-11-30T18:00:00.000+05:30"
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "expiry": "2026-11-30T12:30:00.000Z"
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.WARNING, Severity.NOTE)
