r"""# API056 not-a-request-body

## What it checks
A file given to `verify` holds a message of v1 or v2, a list of messages of v1, or lines that `compile` wrote.
A plan, a list of findings and a spec are told as what they are.

## Why it matters
Anything else would be sent in vain.

## Fails
```json
// error: API056
{"hello": "world"}
```

```json
// error: API056 /0
["sms"]
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
