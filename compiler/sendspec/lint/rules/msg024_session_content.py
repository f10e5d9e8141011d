r"""# MSG024 session-content

## What it checks
A message that a person did not ask for (category utility, marketing or authentication) has a tag.

## Why it matters
Without one it arrives only within 24 hours after the person has written (status 7313): a reminder or an offer would
reach few. The one tag that works is for answers of the staff.

## Fails
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category utility
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Your visit is on Monday"                           # warning: MSG024 "text"
  }
}
```

## Passes
```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category utility
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Mair here: your visit is on Monday"
    messaging tag
    tag HUMAN_AGENT
  }
}
```

```send
sender page messenger { app "a_160000000000000004" }
message visit {
  category service
  audience rows { row { psid "1000000000000001" } }
  try messenger from page {
    text "Your visit is on Monday"
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
            content = _untagged(rung) if rung.channel.family == "MSG" else None
            if content is not None:
                said = f"`{content.word.name}` in a message of category {message.category}; {_REACH}"
                help = "send it by another channel first, or state `category service` where the person has written"
                yield Diagnostic("MSG024", Severity.WARNING, said, content.source, content.span, help=help)


def _untagged(rung: Rung) -> Filled | None:
    """The rung's content, when nothing says that it has a tag."""
    said = next(iter(rung.contents.values()), None)
    if said is None or ((messaging := said.text("messaging")) is not None and messaging.value == "MESSAGE_TAG"):
        return None
    return next((child for child in said.children if child.word.name in rung.channel.session), None)
