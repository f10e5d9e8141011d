r"""# VAR007 deprecated-variable

## What it checks
A variable marked `@deprecated` is not used in a text.

## Why it matters
Its owner is about to take it away; the message would then lose its value.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { place text(max 30) @deprecated("use branch") }    # warning: VAR007 "place"
  audience rows { row { msisdn "+447700900123", place "Cardiff" } }
  try sms from alerts { body "See you in {{ place }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { branch text(max 30) }
  audience rows { row { msisdn "+447700900123", branch "Cardiff" } }
  try sms from alerts { body "See you in {{ branch }}" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for name, variable in message.variables.items():
            if variable.deprecated is not None and f"{message.name}:{name}" in unit.used:
                yield Diagnostic(
                    "VAR007",
                    Severity.WARNING,
                    f"`{name}` is deprecated and still used",
                    unit.source,
                    variable.statement.head.span,
                    help=variable.deprecated or None,
                )
