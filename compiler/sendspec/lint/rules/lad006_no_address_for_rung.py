r"""# LAD006 no-address-for-rung

## What it checks
The audience gives an address that each channel of the ladder takes. A person without it goes on to the next rung; here
everybody would. Where that is so of every rung, nobody gets the message, and it is an error.

## Why it matters
A rung without an address for anybody is never sent; its author believes in a fallback that is not there.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
  else on failed try email from mail { subject "Your visit", text "See you on Monday" } # warning: LAD006 "else"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else on failed try email from mail { subject "Your visit", text "See you on Monday" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Label, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Audience, Unit
from sendspec.syntax.nodes import Sign


@rule(Severity.WARNING, Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        if message.audience is None or not _whole(message.audience):
            continue
        if not unit.whole and not all(row.cells for row in message.audience.rows):
            continue  # the row's cells could not be read
        given = _given(message.audience) | (set(message.variables) if message.audience.same else set())
        nobody = not any(given & set(rung.addresses) for rung in message.rungs)
        for rung in message.rungs[: 1 if nobody else None]:
            if not given & set(rung.addresses):
                takes = " or ".join(f"`{kind}`" for kind in rung.addresses)
                what = "has" if message.audience.kind == "rows" else "maps"
                yield Diagnostic(
                    "LAD006",
                    Severity.ERROR if nobody else Severity.WARNING,
                    f"{rung.channel.title} takes {takes}, which the audience {what} for nobody",
                    unit.source,
                    rung.statement.line,
                    help=f"map a column: `{rung.addresses[0]} <- …`"
                    if what == "maps"
                    else f'add `{rung.addresses[0]} "…"` to the rows',
                    related=(Label(unit.source, message.audience.statement.line, "this audience"),),
                )


def _whole(audience: Audience) -> bool:
    """Whether every line of the mapping and every cell of a row could be read; a mistyped address is told already."""
    lines = audience.statement.block.statements if audience.statement.block else ()
    maps = sum(1 for line in lines if line.parts and isinstance(line.parts[0], Sign) and line.parts[0].text == "<-")
    cells = sum(len(line.block.statements) for line in lines if line.head.text == "row" and line.block)
    return maps <= len(audience.mapping) + audience.same and cells <= sum(len(row.cells) for row in audience.rows)


def _given(audience: Audience) -> set[str]:
    """The address kinds that at least one person can have."""
    return {take.target for take in audience.mapping} | {name for row in audience.rows for name in row.cells}
