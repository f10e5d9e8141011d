r"""# API037 policy-without-flag

## What it checks
A contact policy checks consent or applies the frequency cap; one flag at least is true.

## Why it matters
A policy without a flag checks nothing, and looks as if it did.

## Fails
```json
// error: API037 /contactPolicy
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "contactPolicy": {"contactPolicyGroup": "uk-care", "channelCheckConsent": false}
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
