r"""# LOC006 nobody-chooses-locale

## What it checks
Where a message has texts in several locales, the audience says who reads which.

## Why it matters
Without a `locale` everybody gets the first one, and the translations are never sent.

## Fails
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }         # warning: LOC006 "audience"
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday", cy "Wela i chi ddydd Llun" }
}
```

## Passes
```send
locales [en, cy]
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123", locale cy } }
  try sms from alerts { body text.remind }
  text remind { en "See you on Monday", cy "Wela i chi ddydd Llun" }
}
message thanks {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Thank you" }
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
        audience = message.audience
        if len(message.locales) < 2 or audience is None or not message.texts:
            continue
        if "locale" not in {take.target for take in audience.mapping} | {
            name for row in audience.rows for name in row.cells
        }:
            yield Diagnostic(
                "LOC006",
                Severity.WARNING,
                f"nobody chooses a locale; everybody gets `{message.locales[0]}`",
                unit.source,
                audience.statement.line,
                help="map a column: `locale <- lang else en`",
            )
