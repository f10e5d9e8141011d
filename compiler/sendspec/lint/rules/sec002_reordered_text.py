"""# SEC002 reordered-text

## What it checks
No character of a spec changes the direction in which the characters around it are shown: embeddings, overrides,
isolates and the marks of direction. As an escape (`\\u{200F}`) each of them may stand in a text.

## Why it matters
A reader sees another order than a phone or the compiler: an address, a price or a whole statement can be made to look
like something else.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Pay 1\u202e00 pounds" }  # error: SEC002 # warning: SMS021
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Pay 100 pounds" }
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.source import Span

_BIDI = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    if unit.source.text.isascii():
        return
    from sendspec.lint.hidden import called, escape_fix

    for found in re.finditer(_BIDI, unit.source.text):
        span = Span(found.start(), found.end())
        yield Diagnostic(
            "SEC002",
            Severity.ERROR,
            f"{called(found[0])} reorders what is read; a spec reads as it is sent",
            unit.source,
            span,
            help=f"take it out, or write it as `\\u{{{ord(found[0]):X}}}` if the text needs it",
            fix=escape_fix(unit.document, span),
        )
