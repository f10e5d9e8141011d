r"""# WAP026 template-value-form

## What it checks
A value of a stored template stands on one line and has at most four blanks in a row.

## Why it matters
WhatsApp refuses a template whose value breaks the line: what it was approved with would look different.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000001" {
      place = "Cardiff\nQueen Street"                         # error: WAP026 "Cardiff"
    }
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category service
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000001" {
      place = "Cardiff, Queen Street"
    }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.filled import Leaf, Tree
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.templates.tree import Branch, Loop, Piece, Static, Template


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    """What stands between the variables of a value: the declaration's own form sees how a value starts."""
    for message in unit.messages.values():
        for rung in message.rungs:
            for fragments in rung.fragments.values() if rung.channel.family == "WAP" else ():
                for leaf in _values(fragments.get("message")):
                    if (expected := _broken(leaf)) is not None:
                        said = f"{leaf.name} is not {expected}"
                        yield Diagnostic("WAP026", Severity.ERROR, said, leaf.source, leaf.span)


def _values(message: Tree) -> Iterator[Leaf]:
    """The plain and typed values of a template's variables."""
    parameters = message.get("parameters") if isinstance(message, dict) else None
    for value in parameters.values() if isinstance(parameters, dict) else ():
        text = value.get("fallback_value") if isinstance(value, dict) else value
        if isinstance(text, Leaf):
            yield text


def _broken(leaf: Leaf) -> str | None:
    """What was expected of the fixed texts of a value, or None when they are right."""
    from sendspec.channels.whatsapp.forms import VALUE  # only a spec that sends by it pays for the import

    texts = _statics(leaf.text.pieces) if isinstance(leaf.text, Template) else ()
    return next((expected for text in texts if (expected := VALUE.test(text))), None)


def _statics(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The fixed texts of a template, those of branches and loops included."""
    for piece in pieces:
        match piece:
            case Static(text=text):
                yield text
            case Branch(arms=arms):
                for _, inside in arms:
                    yield from _statics(inside)
            case Loop(body=body):
                yield from _statics(body)
            case _:
                pass
