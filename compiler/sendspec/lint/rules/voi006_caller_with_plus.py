r"""# VOI006 caller-with-plus

## What it checks
The number that calls has no plus sign in a request. In a spec it may have one: the compiler leaves it out.

## Why it matters
The plus sign belongs to destinations. With a sender it works by voice, and is refused elsewhere.

## Fails
```json
// note: VOI006 /from
{
  "channel": "voice",
  "from": "+442079460100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "media", "mediaId": "1000001"}
}
```

## Passes
```json
{
  "channel": "voice",
  "from": "442079460100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {"type": "media", "mediaId": "1000001"}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
