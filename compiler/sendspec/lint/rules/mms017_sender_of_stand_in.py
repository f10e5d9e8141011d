r"""# MMS017 sender-of-stand-in

## What it checks
The SMS that stands in for an MMS has the sender of the MMS.

## Why it matters
Such an SMS travels inside the request of the MMS, which has no place for another sender: who it comes from is the
platform's choice. `else after … unless delivered` makes it a request of its own, from its own sender.

## Fails
```send
sender pics mms { id "12025550100" }
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
  else on failed try sms from alerts { body "See you on Monday" }  # warning: MMS017 "else on failed"
}
```

## Passes
```send
sender pics mms { id "12025550100" }
sender alerts sms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
  else on failed try sms from alerts { body "See you on Monday" }
}
```

```send
sender pics mms { id "12025550100" }
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
  }
  else after 10m unless delivered try sms from alerts { body "See you on Monday" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.filled import Leaf
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Rung, Unit


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for above, rung in zip(message.rungs, message.rungs[1:], strict=False):
            if above.channel.name == "mms" and rung.native:
                own, other = _id(above), _id(rung)
                if own is not None and other is not None and _digits(own) != _digits(other):
                    said = f"{other.value} cannot send this SMS: it travels inside the MMS, which has one sender"
                    help = "give both one number, or write `else after 10m unless delivered` for a request of its own"
                    yield Diagnostic("MMS017", Severity.WARNING, said, unit.source, rung.statement.line, help=help)


def _id(rung: Rung) -> Leaf | None:
    return rung.sender.filled.text("id") if rung.sender and rung.sender.filled else None


def _digits(sender: Leaf) -> str:
    return str(sender.value).removeprefix("+")
