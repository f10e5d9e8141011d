r"""# API010 not-an-instant

## What it checks
A point in time is an ISO 8601 instant with its zone, or a date where
only a day is asked for, and one that the calendar has.

## Why it matters
A date that the API cannot read is no expiry: the message goes out whenever the queue allows.

## Fails
```json
// error: API010 /expiry
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "expiry": "30/11/2026 12:30"
}
```

```json
// error: API010 /expiry
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "expiry": "2026-02-30T12:30:00.000Z"
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

check = documents(Severity.ERROR)
