r"""# API012 not-https

## What it checks
An address that receives notifications, or where the API asks for HTTPS, starts with `https://`.

## Why it matters
Receipts hold addresses of people. Plain HTTP is not supported, and a broken address is never called again.

## Fails
```json
// error: API012 /notifyurl
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "notifyurl": "http://hooks.acme.example/webex"
}
```

```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  track { notify "http://hooks.acme.example/webex" }   # error: API012 "http:"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  track { notify "https://hooks.acme.example/webex" }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
