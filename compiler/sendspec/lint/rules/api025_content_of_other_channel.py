r"""# API025 content-of-other-channel

## What it checks
`channels` is an object that holds the content of the channel named by `deliverychannel`, and of no other.

## Why it matters
A message goes by one channel. Several at once are a list of messages, a fallback is a ladder.

## Fails
```json
// error: API025 /channels/voice
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free."}, "voice": {"promptid": "88"}}
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
