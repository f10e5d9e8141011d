r"""# VOI001 call-without-content

## What it checks
A call by v1 names the prompt that it plays, or the call flow that it starts.

## Why it matters
There would be nothing to hear: the API refuses the request.

## Fails
```json
// error: VOI001 /channels/voice
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"cli": "442079460100"}}
}
```

```json
// error: VOI001 /channels/voice/promptid
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"promptid": ""}}
}
```

```send
sender caller voice { number "442079460100" }
message storm {
  audience rows { row { msisdn "+447700900123" } }
  try voice from caller { prompt "" }               # error: VOI001
}
```

## Passes
```json
{
  "deliverychannel": "voice",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"voice": {"promptid": "354", "cli": "442079460100"}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
