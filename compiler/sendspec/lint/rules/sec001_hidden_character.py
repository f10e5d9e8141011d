"""# SEC001 hidden-character

## What it checks
No character of a spec hides: zero-width spaces and joiners, soft hyphens, byte order marks, tag characters, stray
variation selectors and control characters. Where a script or an emoji needs one (a family emoji, the flag of Wales, a
Persian or Indic word, a line-break mark in Khmer or Thai), it may stand.

## Why it matters
Nobody who reads the spec sees the character, but the phone gets it: it makes an SMS UCS-2, breaks a link or a keyword,
and can carry a text of its own past a reviewer.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Reply ST\u200bOP to opt out" }  # error: SEC001 # warning: SMS021
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Reply STOP to opt out" }
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
    text = unit.source.text
    if text.isascii() and text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return  # most specs; what knows the characters is not even imported
    from sendspec.lint.hidden import called, escape_fix, hidden_in

    for span in hidden_in(text):
        run = text[span.start : span.end]
        more = f" and {len(run) - 1} more stand" if len(run) > 1 else " stands"
        yield Diagnostic(
            "SEC001",
            Severity.ERROR,
            f"{called(run[0])}{more} here unseen; a spec shows every character that it sends",
            unit.source,
            span,
            help=f"take it out, or write it as `\\u{{{ord(run[0]):X}}}` if it is meant",
            fix=escape_fix(unit.document, span),
        )
