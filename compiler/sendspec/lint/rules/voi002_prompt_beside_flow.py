r"""# VOI002 prompt-beside-flow

## What it checks
A call by v1 has a prompt or a call flow, not both.

## Why it matters
The notes of the page exclude each other; nobody could say what people would hear.

## Fails
```json
// error: VOI002 /channels/voice
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"callflowid": "184", "promptid": "354"}}
}
```

## Passes
```json
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"callflowid": "184"}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
