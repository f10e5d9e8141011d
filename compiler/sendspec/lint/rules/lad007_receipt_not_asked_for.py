r"""# LAD007 receipt-not-asked-for

## What it checks
Where `receipts` lists the receipts that v2 is asked for, the ones that the next arrow of the ladder waits for are among
them: `failed` for every `else` (`rejected` after a call), and the status of its `unless`.

## Why it matters
A receipt that nobody asks for never comes. The next rung would then wait in vain, or everybody would get it as well.

## Fails
```send
sender mail email { address "hello@acme.example" }
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  track {
    @allow(API062, "SMS by v1 reports as its service is set up")
    receipts [delivered] # warning: LAD007 "receipts"
  }
  try email from mail { subject "Your visit", text "See you on Monday" }
  else on failed try sms from alerts { body "See you on Monday" }
}
```

```send
sender hotline voice { number "442079460100" }
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  track {
    @allow(API062, "SMS by v1 reports as its service is set up")
    receipts [answered] # warning: LAD007 "receipts"
  }
  try voice from hotline via v2 { play "1000001" }
  else on failed try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  track {
    @allow(API062, "SMS by v1 reports as its service is set up")
    receipts [delivered, failed]
  }
  try email from mail { subject "Your visit", text "See you on Monday" }
  else on failed try sms from alerts { body "See you on Monday" }
}
```
"""

from collections.abc import Iterator

from sendspec.channels.filled import Leaf
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Label, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Message, Rung, Unit


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        asked = message.settings["receipts"].many("receipts") if "receipts" in message.settings else None
        if asked is None:
            continue
        wanted = {leaf.value for leaf in asked if isinstance(leaf, Leaf)}
        for above, rung in _arrows(message):
            needed = [*above.api.failed, *((rung.trigger.unless,) if rung.trigger and rung.trigger.unless else ())]
            for status in needed:
                if status in above.api.receipts and status not in wanted:
                    told = f"`receipts` does not ask for `{status}`, which rung {rung.number} waits for"
                    span = message.settings["receipts"].span
                    yield Diagnostic(
                        "LAD007", Severity.WARNING, told, unit.source, span, help=f"add `{status}` to the list",
                        related=(Label(unit.source, rung.statement.line, "waits for it"),),
                    )  # fmt: skip


def _arrows(message: Message) -> Iterator[tuple[Rung, Rung]]:
    """The rungs that wait for receipts, each with the one above; what the API itself carries out waits for none."""
    for above, rung in zip(message.rungs, message.rungs[1:], strict=False):
        if rung.trigger is not None and not rung.native and above.api.receipts:
            yield above, rung
