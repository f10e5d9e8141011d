r"""# EML015 shared-mail

## What it checks
`multiple_to_recipients yes` is not used for people who do not know one another.

## Why it matters
One mail for all recipients of a request shows each of them the addresses of the others.

## Fails
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail {
    subject "Your visit"
    text "See you"
    multiple_to_recipients yes  # warning: EML015 "multiple_to_recipients"
  }
}
```

## Passes
```send
sender mail email { address "hello@acme.example" }
message visit {
  audience rows { row { email "ann@example.com" } }
  try email from mail { subject "Your visit", text "See you" }
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
        for rung in message.rungs:
            for filled in rung.contents.values():
                leaf = filled.text("multiple_to_recipients") if rung.channel.family == "EML" else None
                if leaf is not None and leaf.value is True:
                    told = "`multiple_to_recipients` puts all people of a request into one mail, with all addresses"
                    span = next(filled.all("multiple_to_recipients")).span
                    help = "leave it out, and everybody gets a mail of their own"
                    yield Diagnostic("EML015", Severity.WARNING, told, unit.source, span, help=help)
