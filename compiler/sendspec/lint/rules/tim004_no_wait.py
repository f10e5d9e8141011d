r"""# TIM004 no-wait

## What it checks
A rung that waits, waits for a while.

## Why it matters
With `after 0s` everybody gets both rungs at once: no receipt can be that quick.

## Fails
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else after 0s unless delivered try email from mail { subject "Your visit", text "See you" } # error: TIM004 "else"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { msisdn "+447700900123", email "ann@example.com" } }
  try sms from alerts { body "See you on Monday" }
  else after 20m unless delivered try email from mail { subject "Your visit", text "See you on Monday" }
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
        for rung in message.rungs:
            if rung.trigger is not None and rung.trigger.after == 0:
                yield Diagnostic(
                    "TIM004",
                    Severity.ERROR,
                    "`after 0s` waits for no receipt; everybody would get both rungs",
                    unit.source,
                    rung.statement.line,
                    help="wait for some minutes, or write `else on failed`",
                )
