r"""# NAM005 unused-name

## What it checks
Every import, sender, snippet, variable and text of a file with messages is used by something in it.

## Why it matters
What nobody uses is usually misspelt somewhere else, or left over from a message that has gone.

## Fails
```send
sender alerts sms { id "ACME" }
sender spare sms { id "ACMECARE" }                         # warning: NAM005 "spare"
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Message, Unit
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Statement, Word


@rule(Severity.WARNING)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    if not unit.messages or not unit.whole:
        return  # a library, whose names others use; or a file that could not be read whole
    for name in unit.imports:
        if not any(used.startswith(f"{name}.") for used in unit.used):
            yield _unused("import", name, unit.source, _alias(unit, name))
    for kind, declared in (("sender", unit.senders), ("snippet", unit.snippets)):
        for name, thing in declared.items():
            if name not in unit.used:
                yield _unused(kind, name, unit.source, _name(thing.statement))
    yield from chain.from_iterable(_inside(message, unit) for message in unit.messages.values())


def _inside(message: Message, unit: Unit) -> Iterator[Diagnostic]:
    for name, variable in message.variables.items():
        if f"{message.name}:{name}" not in unit.used and variable.deprecated is None:
            yield _unused("variable", name, unit.source, variable.statement.head.span)
    for name, text in message.texts.items():
        if f"{message.name}:text.{name}" not in unit.used:
            yield _unused("text", name, unit.source, _name(text.statement))


def _alias(unit: Unit, name: str) -> Span:
    """The name that an import statement gives."""
    lines = (line for line in unit.document.statements if line.head.text == "import")
    words = (part for line in lines for part in line.parts if isinstance(part, Word) and part.text == name)
    return next(words).span


def _name(statement: Statement) -> Span:
    return statement.parts[0].span


def _unused(kind: str, name: str, source: Source, span: Span) -> Diagnostic:
    return Diagnostic(
        "NAM005",
        Severity.WARNING,
        f"the {kind} `{name}` is not used",
        source,
        span,
        help="take it out, or use it",
    )
