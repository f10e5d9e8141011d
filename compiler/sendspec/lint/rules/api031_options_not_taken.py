r"""# API031 options-not-taken

## What it checks
`options` stands with channels that shorten links: not with voice, push or Apple Messages on v1.

## Why it matters
It does nothing there, and its author waits for clicks that never come.

## Fails
```json
// error: API031 /options
// note: API055 /deliverychannel
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"promptid": "354"}},
  "options": {"domain": "https://s.acme.example"}
}
```

## Passes
```json
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "options": {"domain": "https://s.acme.example", "shortenLinks": "true"}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
