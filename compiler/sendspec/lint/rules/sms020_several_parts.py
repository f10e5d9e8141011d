r"""# SMS020 several-parts

## What it checks
A text by SMS fits one part: 160 characters of the SMS alphabet, or 70 of Unicode. The note tells in how many
parts it can travel, and whether the values of its variables decide.

## Why it matters
Each part is charged as a message.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  vars { branch id(max 150) example "Cardiff" }
  audience rows { row { msisdn "+447700900123", branch "Cardiff" } }
  try sms from alerts { body "Your table is free at {{ branch }}." }   # note: SMS020 "Your table"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table is free from seven." }
}
```
"""

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.values.bounds import Bounds
from sendspec.values.gsm import measure, part_extent, plain_parts


@rule(Severity.NOTE)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs:
            for filled in rung.contents.values() if rung.channel.parts else ():
                leaf = filled.text("body")
                if leaf is None:
                    continue
                bounds = measure(leaf.value) if isinstance(leaf.value, str) else leaf.bounds
                if bounds is not None and (said := _parts(bounds)):
                    help = "shorten it, or lower the `max` of its variables" if leaf.personal else "shorten it"
                    yield Diagnostic("SMS020", Severity.NOTE, f"body {said}", leaf.source, leaf.span, help=help)


def _parts(bounds: Bounds) -> str | None:
    """In how many parts a text travels, or None when it is always one."""
    found, plain = part_extent(bounds), plain_parts(bounds)
    if plain is None:
        return f"is {_up_to(found.least, found.most)} as Unicode" if found.most > 1 else None
    if bounds.gsm is True:
        return f"is {_up_to(found.least, found.most)}" if found.most > 1 else None
    if plain > 1:
        return f"is {_up_to(found.least, plain)}, up to {found.most} when a value is outside the SMS alphabet"
    return None


def _up_to(least: int, most: int) -> str:
    return f"{most} parts" if least == most else f"up to {most} parts"
