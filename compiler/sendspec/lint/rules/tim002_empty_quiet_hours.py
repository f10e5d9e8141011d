r"""# TIM002 empty-quiet-hours

## What it checks
Quiet hours begin and end at different times.

## Why it matters
A window of no length holds nothing back, though the spec seems to protect people's nights.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  delivery { quiet 21:00..21:00 in "Europe/London" then hold } # error: TIM002 "21:00..21:00"
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  delivery { quiet 21:00..08:00 in "Europe/London" then hold }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        if message.quiet is not None and message.quiet.start == message.quiet.end:
            yield Diagnostic(
                "TIM002",
                Severity.ERROR,
                "quiet hours begin and end at the same time",
                unit.source,
                message.quiet.span,
                help="for instance `21:00..08:00`",
            )
