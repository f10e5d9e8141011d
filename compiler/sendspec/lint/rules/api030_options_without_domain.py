r"""# API030 options-without-domain

## What it checks
On v1, `options` names the domain of the short links.

## Why it matters
Without it no link is shortened and no click is counted.

## Fails
```json
// error: API030 /options
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "options": {"shortenLinks": "true", "trackClicks": "true"}
}
```

```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  track { links { shorten yes } }   # error: API030 "links"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  track { links { domain "https://s.acme.example", shorten yes } }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
