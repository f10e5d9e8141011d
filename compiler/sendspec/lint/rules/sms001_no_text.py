r"""# SMS001 no-text

## What it checks
A message by SMS has a text, a binary body, or a stored template.

## Why it matters
An SMS that says nothing is refused, or costs as much as one that does.

## Fails
```json
// error: SMS001 /channels/sms
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME"}}
}
```
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "" }  # error: SMS001
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
