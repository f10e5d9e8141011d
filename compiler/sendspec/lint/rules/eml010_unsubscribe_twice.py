r"""# EML010 unsubscribe-twice

## What it checks
Each header of `unsubscribe` is stated once: an address to open, a mailbox, the subject of a mail to it.

## Why it matters
A mail has one such header; the second would be lost.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "News"
    text "New times"
    unsubscribe url "https://acme.example/u"
    unsubscribe url "https://acme.example/stop"  # error: EML010 "stop"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "News"
    text "New times"
    unsubscribe url "https://acme.example/u"
    unsubscribe email "stop@acme.example"
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


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs:
            if rung.channel.name == "email":
                for filled in rung.contents.values():
                    yield from _again(filled)


def _again(filled: Filled) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for line in filled.all("unsubscribe"):
        for name in line.values:
            leaf = line.get(name)
            if name in seen and leaf is not None:
                said = f"`{name}` of `unsubscribe` again; a mail has it once"
                yield Diagnostic("EML010", Severity.ERROR, said, leaf.source, leaf.span, help="keep one of them")
            seen.add(name)
