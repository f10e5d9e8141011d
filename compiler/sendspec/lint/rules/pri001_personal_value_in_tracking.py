r"""# PRI001 personal-value-in-tracking

## What it checks
`correlation` and `callback` hold no variable that is marked `@pii`.

## Why it matters
Both come back in every receipt, to whatever server listens, and end in its logs.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 10) @pii }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  track { callback "visit|{{ first_name }}" }              # warning: PRI001 "visit"
  try sms from alerts { body "Hello {{ first_name }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { first_name text(max 10) @pii }
  audience rows { row { msisdn "+447700900123", first_name "Ann" } }
  track { callback "visit|{{ rung }}" }
  try sms from alerts { body "Hello {{ first_name }}" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.templates.check import reads
from sendspec.templates.tree import Template


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for word in ("correlation", "callback"):
            leaf = message.settings[word].first() if word in message.settings else None
            if leaf is None or not isinstance(leaf.text, Template):
                continue
            for name in sorted(reads(leaf.text)):
                if name in message.variables and message.variables[name].pii:
                    yield Diagnostic(
                        "PRI001",
                        Severity.WARNING,
                        f"`{word}` holds `{name}`, which is personal; it comes back in every receipt",
                        leaf.source,
                        leaf.span,
                        help="use a reference that says nothing about the person",
                    )
