r"""# TIM003 marketing-without-quiet-hours

## What it checks
A marketing message states quiet hours.

## Why it matters
Nobody wants an offer at three in the morning, and in many countries it is against the rules.

## Fails
```send
sender alerts sms { id "ACME" }
message offer {
  category marketing                                       # note: TIM003 "category"
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Ten per cent off" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message offer {
  category marketing
  audience rows { row { msisdn "+447700900123" } }
  delivery { quiet 21:00..08:00 in "Europe/London" then hold }
  try sms from alerts { body "Ten per cent off" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.nearest import nearest
from sendspec.syntax.nodes import Statement


@rule(Severity.NOTE)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        if message.category == "marketing" and message.quiet is None:
            lines = message.statement.block.statements if message.statement.block else ()
            if any(_states(line) for line in lines):
                continue  # there are some, and what is wrong with them is told
            span = next(line.line for line in lines if line.head.text == "category")
            yield Diagnostic(
                "TIM003",
                Severity.NOTE,
                f"`{message.name}` is marketing and states no quiet hours",
                unit.source,
                span,
                help='add `delivery { quiet 21:00..08:00 in "Europe/London" then hold }`',
            )


def _states(line: Statement) -> bool:
    """Whether a line of the message holds quiet hours, however they are written."""
    inner = line.block.statements if line.head.text == "delivery" and line.block else ()
    return any(each.head.text == "quiet" or nearest(each.head.text, ("quiet",)) is not None for each in inner)
