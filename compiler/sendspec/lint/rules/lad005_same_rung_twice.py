r"""# LAD005 same-rung-twice

## What it checks
A ladder does not try the same channel and sender twice.

## Why it matters
What failed once by a channel mostly fails again, and is paid for again.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
  else on failed try sms from alerts { body "See you" }    # warning: LAD005 "else"
}
```

## Passes
```send
sender alerts sms { id "ACME" }
sender care sms { id "ACMECARE" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
  else on failed try sms from care { body "See you" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Label, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Rung, Unit


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        seen: dict[tuple[str, str], Rung] = {}
        for rung in message.rungs:
            if rung.sender is None:
                continue
            first = seen.setdefault((rung.channel.name, rung.sender.name), rung)
            if first is not rung:
                yield Diagnostic(
                    "LAD005",
                    Severity.WARNING,
                    f"rung {rung.number} sends by {rung.channel.name} from `{rung.sender.name}` again",
                    unit.source,
                    rung.statement.line,
                    related=(Label(unit.source, first.statement.line, "first here"),),
                )
