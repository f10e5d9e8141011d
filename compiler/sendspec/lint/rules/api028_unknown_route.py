r"""# API028 unknown-route

## What it checks
`route` is `IMMD`, `LCGD` or `LCBE`.

## Why it matters
An unknown policy falls back to the default of the account without telling.

## Fails
```json
// error: API028 /route
// note: API029 /route
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "route": "FAST"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  delivery {
    @allow(API029, "our account has this route")
    route IMMD
  }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
