r"""# API031 options-not-taken

## What it checks
`options` stands with channels that shorten links: not with voice on either version, nor with push or Apple Messages.

## Why it matters
It does nothing there, and its author waits for clicks that never come.

## Fails
```json
// error: API031 /options
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"promptid": "354"}},
  "options": {"domain": "https://s.acme.example"}
}
```

```json
// error: API031 /options
{
  "channel": "voice",
  "from": "442079460100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "media", "mediaId": "1000001"},
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
