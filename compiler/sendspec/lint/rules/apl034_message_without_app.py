r"""# APL034 message-without-app

## What it checks
A request names the asset that sends it, `appid`; a sender in a spec states it as `app`.

## Why it matters
The parameter table has it as compulsory, while one printed request goes without (C44). Which asset sends is then up to
the platform.

## Fails
```send
sender desk apple {}
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {                                        # note: APL034 "try"
    text "See you on Monday."
  }
}
```

```json
// note: APL034
{
  "deliverychannel": "AppleBusinessChat",
  "destination": [{"abcUserId": ["urn:mbid:AQAAEXAMPLE0001"]}],
  "channels": {"AppleBusinessChat": {"type": "text", "text": "See you on Monday."}}
}
```

## Passes
```send
sender desk apple { app "a_160000000000000005" }
message visit {
  audience rows { row { abc_user "urn:mbid:AQAAEXAMPLE0001" } }
  try apple from desk {
    text "See you on Monday."
  }
}
```
"""

from sendspec.diagnostic import Severity
from sendspec.lint.rule import documents

check = documents(Severity.NOTE)
