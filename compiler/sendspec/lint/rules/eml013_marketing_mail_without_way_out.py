r"""# EML013 marketing-mail-without-way-out

## What it checks
A marketing mail lets people unsubscribe: by an `unsubscribe` line, or by `$(unsubscribe)` or the word itself in
its text.

## Why it matters
In many countries the way out is the law, and large mailbox providers sort mail without it away.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  category marketing
  audience rows { row { email "ann@example.com" } }
  delivery { quiet 21:00..08:00 in "Europe/London" then hold }
  try email from mail {  # warning: EML013 "try email"
    subject "News"
    text "New times"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  category marketing
  audience rows { row { email "ann@example.com" } }
  delivery { quiet 21:00..08:00 in "Europe/London" then hold }
  try email from mail {
    subject "News"
    text "New times"
    unsubscribe url "https://acme.example/u"
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
from sendspec.model.nodes import Unit


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs if message.category == "marketing" else ():
            if rung.channel.name == "email" and not all(_has_way_out(filled) for filled in rung.contents.values()):
                said = f"`{message.name}` is marketing and its mail has no way to unsubscribe"
                help = 'add `unsubscribe url "https://…"`, or a link to `$(unsubscribe)` in the HTML'
                yield Diagnostic("EML013", Severity.WARNING, said, rung.source, rung.statement.line, help=help)


def _has_way_out(filled: Filled) -> bool:
    """A stored template may hold its own."""
    if filled.child("unsubscribe") is not None or filled.child("template") is not None:
        return True
    texts = (leaf for word in ("text", "html") if (leaf := filled.text(word)) is not None)
    return any("unsubscribe" in leaf.source.text[leaf.span.start : leaf.span.end].lower() for leaf in texts)
