r"""# API022 too-many-destinations

## What it checks
One request reaches at most 1000 destinations, counted as addresses and as objects, and over all messages of a list.
What `compile` writes always keeps this; only bodies written by others can break it.

## Why it matters
The request is refused as a whole with 7009.

## Fails
```text
A body whose `destination` holds 1001 addresses: "destination holds 1 001 addresses; one request takes 1 000".
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
