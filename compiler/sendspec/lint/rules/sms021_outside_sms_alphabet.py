r"""# SMS021 outside-sms-alphabet

## What it checks
The fixed part of a text keeps to the SMS alphabet (GSM 03.38), unless the rung says `unicode yes`. The first character
outside it is named; its stand-in is offered where there is one.

## Why it matters
A single such character makes the whole text Unicode: a part holds 70 characters instead of 160, and costs the same.

## Fails
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table’s free from seven." }   # warning: SMS021 "’"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your table's free from seven." }
}
```

```send
sender alerts sms { id "ACME" }
message table {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Mae'r dŵr ar gael", unicode yes }
}
```
"""

from collections.abc import Iterator

from sendspec.channels.filled import Filled, Leaf
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.source import Span
from sendspec.templates.tree import Branch, Loop, Piece, Static, Template
from sendspec.values.gsm import Outside, outside


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs:
            for filled in rung.contents.values() if rung.channel.parts else ():
                leaf = filled.text("body")
                if leaf is not None and not _wanted(filled):
                    yield from _first(leaf)


def _wanted(filled: Filled) -> bool:
    asked = filled.text("unicode")
    return asked is not None and asked.value is True


def _first(leaf: Leaf) -> Iterator[Diagnostic]:
    """The first character that is outside, at its place where the spec writes it as it is."""
    texts = [leaf.value] if isinstance(leaf.value, str) else list(_fixed(leaf.text))
    found = [one for text in texts for one in outside(text)]
    if not found:
        return
    first = found[0]
    start = leaf.source.text.find(first.character, leaf.span.start, leaf.span.end)
    span = Span(start, start + 1) if start >= 0 else leaf.span
    more = f" and {len(found) - 1} more are" if len(found) > 1 else " is"
    said = f"{_named(first.character)}{more} outside the SMS alphabet; the text goes as Unicode, 70 characters a part"
    yield Diagnostic("SMS021", Severity.WARNING, said, leaf.source, span, help=_help(first))


def _named(character: str) -> str:
    shown = f"`{character}`" if character.isprintable() and not character.isspace() else "a character"
    return f"{shown} (U+{ord(character):04X})"


def _help(first: Outside) -> str:
    if first.replacement is not None:
        shown = "a blank" if first.replacement == " " else f"`{first.replacement}`"
        return f"write {shown}, or accept it with `unicode yes`"
    return "write it otherwise, or accept it with `unicode yes`"


def _fixed(text: object) -> Iterator[str]:
    """The fixed parts of a template."""
    pieces: list[Piece] = list(text.pieces) if isinstance(text, Template) else []
    while pieces:
        match pieces.pop(0):
            case Static(text=fixed):
                yield fixed
            case Branch(arms=arms):
                pieces = [piece for _, arm in arms for piece in arm] + pieces
            case Loop(body=body):
                pieces = [*body, *pieces]
            case _:
                pass
