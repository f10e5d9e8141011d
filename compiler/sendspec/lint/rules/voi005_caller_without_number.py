r"""# VOI005 caller-without-number

## What it checks
A call comes from a number: 3 to 15 digits. A plus sign before them is taken, and never sent. A name is no number.

## Why it matters
A call is made by a number that the tenant has for calls; there is no other kind of caller.

## Fails
```send
sender hotline voice { number "ACME" }  # error: VOI005 "ACME"
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline { prompt "354" }
}
```

```json
// error: VOI005 /from
{
  "channel": "voice",
  "from": "44 20 7946 0100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "media", "mediaId": "1000001"}
}
```

## Passes
```send
sender hotline voice { number "+442079460100" }
message flood {
  audience rows { row { msisdn "+447700900123" } }
  try voice from hotline { prompt "354" }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
