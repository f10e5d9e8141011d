r"""# RCS026 buttons-without-place

## What it checks
Buttons stand beside a text, a file, a card or a carousel.

## Why it matters
A stored template brings its own buttons and a signal shows nothing; the API has no place for others, so they
would be lost.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    template "RCSEXMPL01"
    reply "Yes" data "yes"  # error: RCS026 "reply"
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    text "Will you come?"
    reply "Yes" data "yes"
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.filled import Filled
from sendspec.channels.rcs.content import SUGGESTIONS
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit

#: The kinds of content that take no buttons.
BARE = {"template": "a stored template", "signal": "a signal"}


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs:
            if rung.channel.name == "rcs":
                for filled in rung.contents.values():
                    yield from _lost(filled)


def _lost(filled: Filled) -> Iterator[Diagnostic]:
    content = next(filled.all(*BARE), None)
    if content is None:
        return
    for button in filled.all(*SUGGESTIONS):
        said = f"`{button.word.name}` beside {BARE[content.word.name]}, which takes no buttons"
        help = "put it into the stored template" if content.word.name == "template" else "send it with a text"
        yield Diagnostic("RCS026", Severity.ERROR, said, button.source, button.span, help=help)
