r"""# APL029 person-id-form

## What it checks
The id of a person is of the form `urn:mbid:…`.

## Why it matters
Nobody is reached at another one; the message is accepted and then fails.

## Fails
```json
// error: APL029 /destination/0/abcUserId/0
{
  "deliverychannel": "AppleBusinessChat",
  "appid": "a_160000000000000005",
  "destination": [{"abcUserId": ["AQAAEXAMPLE0001"]}],
  "channels": {"AppleBusinessChat": {"type": "text", "text": "See you on Monday."}}
}
```

## Passes
```json
{
  "deliverychannel": "AppleBusinessChat",
  "appid": "a_160000000000000005",
  "destination": [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0001"]}],
  "channels": {"AppleBusinessChat": {"type": "text", "text": "See you on Monday."}}
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.ERROR)
