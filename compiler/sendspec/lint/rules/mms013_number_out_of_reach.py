r"""# MMS013 number-out-of-reach

## What it checks
MMS goes to numbers of the United States and Canada, which begin with +1: those of inline rows, those that a mapping
reads as national ones of another region (`as phone(GB)`), and those of a request.

## Why it matters
To another country nothing is delivered (status 7144); every such person waits for the next rung, or gets nothing.

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows {
    row { msisdn "+12025550142" }
    row { msisdn "+447700900123" }  # warning: MMS013 "+447700900123"
  }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
}
```

```json
// warning: MMS013 /to/0/msisdn/0
{
  "channel": "mms",
  "from": "12025550100",
  "to": [{"msisdn": ["+447700900123"]}],
  "content": {
    "subject": "Your visit",
    "name": "visit",
    "fallbacktext": "See you on Monday",
    "attachments": [
      {"type": "image", "messageText": "The way to us", "mediaUrl": "https://acme.example/map.jpg", "duration": 5}
    ]
  }
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows {
    row { msisdn "+12025550142" }
    row { msisdn "+12025550143" }
  }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.mms.checks import abroad
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Audience, Unit
from sendspec.source import Source
from sendspec.values.types import Kind

WITHIN = ("US", "CA")
WHERE = "the United States or Canada, where MMS goes"


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        if message.audience is not None and any(rung.channel.name == "mms" for rung in message.rungs):
            yield from _rows(message.audience, unit.source)
            yield from _mapping(message.audience, unit.source)


def _rows(audience: Audience, source: Source) -> Iterator[Diagnostic]:
    far = [row for row in audience.rows if abroad(row.cells.get("msisdn", ""))]
    if far:
        many = f"{len(far)} rows have numbers" if len(far) > 1 else "the row has a number"
        said, help = f"{many} outside of {WHERE}", "send to these people by another channel"
        span = far[0].spans.get("msisdn", far[0].span)
        yield Diagnostic("MMS013", Severity.WARNING, said, source, span, help=help)


def _mapping(audience: Audience, source: Source) -> Iterator[Diagnostic]:
    for take in audience.mapping:
        region = take.type.code if take.type and take.type.kind is Kind.PHONE else None
        if take.target == "msisdn" and region and region not in WITHIN:
            said = f"phone({region}) reads numbers outside of {WHERE}"
            yield Diagnostic("MMS013", Severity.WARNING, said, source, take.span, help="read them as `phone(US)`")
