r"""# API038 policy-without-group

## What it checks
A contact policy with a flag names its group.

## Why it matters
Consent is kept per group: without it there is nothing to look up.

## Fails
```json
// error: API038 /contactPolicy
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "contactPolicy": {"channelCheckConsent": true}
}
```

```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  policy { consent yes }   # error: API038 "consent"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  policy { group "uk-care", consent yes }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
