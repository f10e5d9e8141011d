r"""# PRI002 unmarked-personal-variable

## What it checks
A variable of type `phone` or `email` is marked `@pii`.

## Why it matters
An address always belongs to a person; the mark keeps it out of logs, findings and snapshots.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  vars { contact phone }                                   # warning: PRI002 "contact"
  audience rows { row { msisdn "+447700900123", contact "+447700900199" } }
  try sms from alerts { body "We call {{ contact }}" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  vars { contact phone @pii }
  audience rows { row { msisdn "+447700900123", contact "+447700900199" } }
  try sms from alerts { body "We call {{ contact }}" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.values.types import Kind


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for name, variable in message.variables.items():
            if variable.type.kind in (Kind.PHONE, Kind.EMAIL) and not variable.pii:
                yield Diagnostic(
                    "PRI002",
                    Severity.WARNING,
                    f"`{name}` is {variable.type}, the address of a person, and not marked `@pii`",
                    unit.source,
                    variable.statement.head.span,
                    help="add `@pii` to its line",
                )
