r"""# API029 outside-current-tables

## What it checks
`route` and `priority` are used knowingly: the older parameter table has them, the current pages do not. In the profile
`introduction` nothing is said about a spec.

## Why it matters
The API may take them and do nothing.

## Fails
```json
// note: API029 /priority
{
  "deliverychannel": "sms",
  "destination": [{"msisdn": ["+447700900123"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Your table is free from seven."}},
  "priority": "1"
}
```

```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  delivery { route IMMD }   # note: API029 "route"
  try sms from alerts { body "Your table is free from seven." }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  delivery { expires 2026-11-30T12:30Z }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit


@rule(Severity.NOTE)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    if config.profile == "introduction":
        return
    for message in unit.messages.values():
        used = any(rung.api.version == "v1" and rung.fragments for rung in message.rungs)
        for word in ("route", "priority"):
            filled = message.settings.get(word)
            if used and filled is not None:
                said = f"`{word}` stands in the older parameter table only; the current pages have none such"
                yield Diagnostic("API029", Severity.NOTE, said, filled.source, filled.span)
