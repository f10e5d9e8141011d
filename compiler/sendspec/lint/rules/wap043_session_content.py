r"""# WAP043 session-content

## What it checks
A message that a person did not ask for (category utility, marketing or authentication) is sent as a template.

## Why it matters
Everything else arrives only within 24 hours after the person has written (status 7710): a reminder or an
offer would reach few.

## Fails
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category utility
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    text "Your visit is on Monday"                           # warning: WAP043 "text"
  }
}
```

## Passes
```send
sender chat whatsapp { app "a_160000000000000003" }
message visit {
  category utility
  audience rows { row { waid "447700900123" } }
  try whatsapp from chat {
    template "513900000000001" { day = "Monday" }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.filled import Filled
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Rung, Unit

_REACH = "it reaches only those who wrote in the last 24 hours"


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        if message.category in (None, "service"):
            continue
        for rung in message.rungs:
            content = _session(rung) if rung.channel.family == "WAP" else None
            if content is not None:
                said = f"`{content.word.name}` in a message of category {message.category}; {_REACH}"
                help = "send a `template`, or state `category service` where the person has written first"
                yield Diagnostic("WAP043", Severity.WARNING, said, content.source, content.span, help=help)


def _session(rung: Rung) -> Filled | None:
    """The rung's content, when it is of a kind that only answers."""
    content = next(iter(rung.contents.values()), None)
    children = content.children if content is not None else ()
    return next((child for child in children if child.word.name in rung.channel.session), None)
