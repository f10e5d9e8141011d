r"""# SMS002 binary-without-body

## What it checks
Type `3` and `body` go together: a binary message is hexadecimal digits, and only a binary message has them.

## Why it matters
With one alone, nothing or the wrong thing is sent.

## Fails
```json
// error: SMS002 /channels/sms
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "type": "3"}}
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "type": "3", "body": "0605040B8423F0"}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR, Severity.WARNING)
