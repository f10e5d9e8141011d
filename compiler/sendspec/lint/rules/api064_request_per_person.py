r"""# API064 request-per-person

## What it checks
On v2, a word beside the message's own text holds no variable that can be different for everybody. A variable of type
`bool` or `one_of` is none, and an instant (`expires`, `send_at`, an event) is not told, nor is anything of an audience
of inline rows: they are few.

## Why it matters
The text of a request is one for all its people, with their values beside the addresses. The platform fills in nothing
else, so people share a request only where a title, a button or a subject is the same for them: a name in it makes one
request a person, a hundred thousand for a hundred thousand people.

## Fails
```send
sender app rcs { app "a_160000000000000002" }
message visit {
  vars { first_name text(max 10) }
  audience csv "data/people.csv" { msisdn <- phone as phone(GB), vars <- same }
  try rcs from app {
    text "See you on Monday"
    reply "I am {{ first_name }}"  # note: API064 "I am {{ first_name }}"
  }
}
```
```csv data/people.csv
phone,first_name
+447700900123,Ann
```

```send
sender mail email { address "hello@acme.example" }
message visit {
  vars { ref id(max 10) }
  audience csv "data/mails.csv" { email <- mail as email, vars <- same }
  track { callback "visit|{{ ref }}" }         # note: API064 "visit|{{ ref }}"
  try email from mail {
    subject "Your visit {{ ref }}"
    text "See you on Monday"
  }
}
```
```csv data/mails.csv
mail,ref
ann@example.com,V-17
```

## Passes
```send
sender app rcs { app "a_160000000000000002" }
message visit {
  vars {
    first_name text(max 10)
    ref        id(max 10)
    town       one_of(Oban, Mull)
  }
  audience csv "data/people.csv" { msisdn <- phone as phone(GB), vars <- same }
  track { correlation "{{ ref }}" }
  try rcs from app {
    text "{{ first_name }}, see you on Monday"
    reply "I come to {{ town }}"
  }
}
```
```csv data/people.csv
phone,first_name,ref,town
+447700900123,Ann,V-17,Oban
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Pointer
from sendspec.channels.filled import Leaf, Tree
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Message, Rung, Unit
from sendspec.templates.reads import reads
from sendspec.templates.tree import Template
from sendspec.values.types import Kind

#: Of these there are so few values that many people share each.
_FEW = frozenset({Kind.BOOL, Kind.ONE_OF, Kind.LOCALE, Kind.TIMEZONE})

#: What stands beside a person's address.
_OWN = (("substitutions",), ("settings", "correlationId"))


@rule(Severity.NOTE)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        if message.audience is not None and message.audience.kind == "rows":
            continue
        for rung in message.rungs:
            if rung.api.version == "v2" and not rung.native and (found := _dividing(rung, message)):
                source, span = found[0].used or (found[0].source, found[0].span)
                said = f"{_named(found)} from person to person; {rung.channel.title} may need a request for each"
                yield Diagnostic("API064", Severity.NOTE, said, source, span, help=_help(found[0]))


def _named(found: list[Leaf]) -> str:
    names = [f"`{name}`" for name in dict.fromkeys(leaf.name for leaf in found)]
    if len(names) == 1:
        return f"{names[0]} differs"
    return f"{' and '.join(names) if len(names) == 2 else f'{names[0]} and {len(names) - 1} other words'} differ"


def _help(leaf: Leaf) -> str:
    if leaf.name == "callback":
        return "write what is the person's own into `correlation`, which stands beside each address"
    return "put personal values into the text, which all people of a request share"


def _dividing(rung: Rung, message: Message) -> list[Leaf]:
    """The values that divide people by more than a few kinds, in the order of the spec."""
    found = [leaf for fragments in rung.fragments.values() for leaf in _leaves(dict(fragments), rung, message, ())]
    return sorted(found, key=lambda leaf: (leaf.source.path != rung.source.path, leaf.span.start))


def _leaves(tree: Tree, rung: Rung, message: Message, at: Pointer) -> Iterator[Leaf]:
    if at in _OWN or "/".join(map(str, at)) in rung.api.substitutes:
        return
    if isinstance(tree, Leaf) and isinstance(tree.text, Template) and tree.form != "instant":
        read = (message.variables.get(name) for name in reads(tree.text))
        if any(variable is not None and variable.type.kind not in _FEW for variable in read):
            yield tree
    elif isinstance(tree, (dict, list)):
        for key, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _leaves(inner, rung, message, (*at, key))
