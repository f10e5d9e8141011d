"""A rung's content: filled for each locale, made into the request's tree, and checked against the channel's shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sendspec.channels import envelope
from sendspec.channels.check import check
from sendspec.channels.declare import Fault, Fragments, Pointer, Word
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.diagnostic import Diagnostic, Label
from sendspec.model.empty import where_empty
from sendspec.model.fill import fill, fill_block
from sendspec.model.ladder import Head, natives
from sendspec.model.nodes import Expiry, Rung
from sendspec.model.scope import Scope
from sendspec.model.wire import Added, read_wire, with_wire, without_wire
from sendspec.record import record, replace
from sendspec.source import Source, Span
from sendspec.syntax.nodes import Block, Statement, Text

NO_CONTENT, OTHER_VERSION = "NAM013", "API065"
POLICY = frozenset(word.name for word in envelope.BLOCKS["policy"].block or ())
#: An address of each kind that stands for a person's own while a spec is checked.
SAMPLES = {
    "msisdn": "+447700900123",
    "email": "ann@example.com",
    "waid": "447700900123",
    "bsuid": "GB.1000000000000001",
    "abc_user": "urn:mbid:AQAAEXAMPLE0001",
}


@record(eq=False)
class Settings:
    """A message's `delivery`, `track` and `policy` lines, and the expiry, as they stand."""

    lines: tuple[tuple[Word, Statement], ...]
    expiry: Expiry | None

    def constants(self, number: int, version: str) -> dict[str, str]:
        """The names with one text in a rung: its number, and smart links (`link_5`) as that version refers to them."""
        form = "{{{{link_{}}}}}" if version == "v1" else "{{{{smartlink_{}}}}}"
        return {"rung": str(number), **{f"link_{link}": form.format(link) for link in self._links()}}

    def _links(self) -> Iterator[str]:
        for word, statement in self.lines:
            for line in statement.block.statements if word.name == "smartlinks" and statement.block else ():
                if line.parts and isinstance(line.parts[0], Text):
                    yield line.parts[0].value

    def filled(self, scope: Scope) -> dict[str, Filled]:
        """The lines that can be read, filled for one rung and locale. `policy` is one object: read whole or not."""
        made: dict[str, Filled] = {}
        whole = True
        for word, statement in self.lines:
            before = _errors(scope)
            filled = fill(word, statement, scope)
            if _errors(scope) == before:
                made[word.name] = filled
            elif word.name in POLICY:
                whole = False
        return made if whole else {name: filled for name, filled in made.items() if name not in POLICY}


def read_rungs(name: str, heads: Sequence[Head], settings: Settings, scopes: Sequence[Scope]) -> tuple[Rung, ...]:
    """The rungs of a message's ladder, one scope a locale. Their faults are told where the spec states the value."""
    contents = [{scope.locale: _content(head, settings, scope, name) for scope in scopes} for head in heads]
    able = natives(heads)
    rungs: list[Rung] = []
    for at, head in enumerate(heads):
        native = at in able and _native(heads[at - 1 : at + 1], contents[at - 1 : at + 1]) is not None
        follows = at + 1 in able and _native(heads[at : at + 2], contents[at : at + 2])
        rungs.append(_rung(head, native, contents[at], follows or {}, settings, scopes))
    return tuple(rungs)


def _content(head: Head, settings: Settings, scope: Scope, name: str) -> Filled | None:
    """The rung's content in one locale, or None after telling an error in it."""
    root = Word(head.channel.name, block=head.channel.words)
    before = _errors(scope)
    own = scope.within(settings.constants(head.number, head.api.version), head.api.placeholders)
    block = head.statement.block and Block(without_wire(head.statement.block), head.statement.block.span)
    filled = fill_block(root, block, own, head.statement.line, {})
    _other_versions(head, filled, scope)
    bare = not any(child.word.kind for child in filled.children) and any(word.kind for word in head.channel.words)
    if bare and scope.findings.within(head.statement.span):
        return None  # its content may be what could not be read
    if bare and _errors(scope) == before:
        kinds = ", ".join(f"`{word.name}`" for word in head.channel.words if word.kind)
        scope.findings.error(
            NO_CONTENT, head.statement.line, "the rung has no content", f"{head.channel.title} takes {kinds}"
        )
    return replace(filled, message=name) if _errors(scope) == before else None


def _other_versions(head: Head, filled: Filled, scope: Scope) -> None:
    """Tells of words that only another version of the channel's API has."""
    name, mine = head.channel.name, head.api.version
    for child in filled.children:
        if (theirs := child.word.api) not in ("", mine):
            said = f"`{child.word.name}` goes by {theirs}; this rung goes by {mine}"
            help = f'write `try {name} from … via {theirs}`, or `{name} = "{theirs}"` under `[api]` in sendspec.toml'
            scope.findings.error(OTHER_VERSION, child.span, said, help)


def _errors(scope: Scope) -> int:
    """How much has been found that keeps a value from being read, told or silent."""
    return len(scope.silent) + sum(1 for found in scope.findings.found if found.severity.value == "error")


def _sender(head: Head) -> Filled | None:
    return head.sender.filled if head.sender else None


def _native(heads: Sequence[Head], contents: Sequence[Mapping[str, Filled | None]]) -> dict[str, Fragments] | None:
    """The fragments that carry the second of two rungs out inside the request of the first, by locale; None when it
    cannot be carried so."""
    (above, head), (first, second) = heads, contents
    builder = above.api.native[head.channel.name]
    made: dict[str, Fragments] = {}
    for locale, filled in second.items():
        fragments = builder(filled, _sender(head), first[locale]) if filled is not None else None
        if fragments is None:
            return None
        made[locale] = fragments
    return made


def _rung(
    head: Head,
    native: bool,
    contents: Mapping[str, Filled | None],
    follows: Mapping[str, Fragments],
    settings: Settings,
    scopes: Sequence[Scope],
) -> Rung:
    fragments: dict[str, Fragments] = {}
    bodies: dict[str, Tree] = {}
    left_out: tuple[str, ...] = ()
    for scope in scopes:
        filled = contents[scope.locale]
        if filled is None or native or head.sender is None or head.sender.filled is None:
            continue
        own = scope.within(settings.constants(head.number, head.api.version))
        leaf = settings.expiry.leaf if settings.expiry else None
        members, left_out = envelope.fragments(head.api.version, settings.filled(own), leaf, head.api)
        made = {**head.api.build(filled, _sender(head)), **follows.get(scope.locale, {}), "settings": members}
        fragments[scope.locale], bodies[scope.locale] = made, placed(head, made, filled)
    wire = read_wire(head.statement, scopes[0], bodies)
    for scope in scopes:
        if scope.locale in bodies:
            _tell_faults(head, bodies[scope.locale], wire, scope)
    kept = {locale: filled for locale, filled in contents.items() if filled is not None}
    return Rung(
        head.number,
        head.channel,
        head.api,
        head.sender,
        head.trigger,
        head.beside,
        native,
        kept,
        fragments,
        bodies,
        left_out,
        wire,
        scopes[0].findings.source,
        head.statement,
        settings.constants(head.number, head.api.version),
    )


def _tell_faults(head: Head, body: Tree, wire: Added, scope: Scope) -> None:
    """Tells what is wrong with a request: of what the spec states, knowing that the keys of `wire` are there."""
    whole, places = with_wire(body, wire)
    faults = tuple(check(head.api.body, whole))
    for fault in (*faults, *where_empty(head.api.body, whole, faults)):
        if not any(fault.at[: len(place)] == place for place in places):
            from sendspec.model.spoken import spoken  # a spec without a fault does not wait for it

            said = spoken(_of_sender(fault, head), body, head.channel, head.api)
            scope.findings.found.append(told(said, body, scope.findings.source, head.statement.line))


def _of_sender(fault: Fault, head: Head) -> Fault:
    """A request without its `from`, in the words of a spec: it is the sender that does not say who sends."""
    if fault.at or head.sender is None or not fault.message.endswith(" has no `from`"):
        return fault
    by = f"{head.channel.title} on {head.api.version}"
    said = f"the sender `{head.sender.name}` does not say who sends; {by} needs it"
    return replace(fault, message=said, help=f'write `{head.channel.sender[0].name} "…"` in the sender')


def placed(head: Head, fragments: Fragments, filled: Filled) -> Tree:
    """The fragments as one request body, with a sample address for the people."""
    kind = head.channel.reached_by(child.word.name for child in filled.children)[0]
    person: Tree = {envelope.ADDRESS_KEYS[kind]: [SAMPLES.get(kind, "sample")]}
    name, people = ("deliverychannel", "destination") if head.api.version == "v1" else ("channel", "to")
    body: dict[str, Tree] = {name: head.api.name, people: [person]}
    for fragment, tree in fragments.items():
        if fragment == "settings" and isinstance(tree, dict):
            for key, value in tree.items():
                _put(body, (key,), value)
        elif tree is not None and (place := head.api.places.get(fragment)) is not None:
            _put(body, place, tree)
    return body


def _put(body: dict[str, Tree], place: Pointer, tree: Tree) -> None:
    for key in place[:-1]:
        inner = body.setdefault(str(key), {})
        assert isinstance(inner, dict)
        body = inner
    last = str(place[-1])
    there = body.get(last)
    if isinstance(there, dict) and isinstance(tree, dict):
        merged = Made(there.origin if isinstance(there, Made) else None)
        merged.update({**there, **tree})
        body[last] = merged
    elif tree is not None:
        body[last] = tree


def told(fault: Fault, body: Tree, source: Source, line: Span) -> Diagnostic:
    """A fault of a request as a finding about the spec that states it."""
    origin = fault.origin if isinstance(fault.origin, (Leaf, Made)) else next(_origins(body, fault.at), None)
    related: tuple[Label, ...] = ()
    if isinstance(origin, Leaf):
        source, line = origin.source, origin.span
        related = (Label(*origin.used, "used here"),) if origin.used else ()
    elif isinstance(origin, Made) and origin.origin is not None:
        source, line = origin.origin.source, origin.origin.span
    return Diagnostic(fault.code, fault.severity, fault.message, source, line, "", fault.help, related)


def _origins(body: Tree, at: Pointer) -> Iterator[Leaf | Made]:
    """The parts of a body on the way to a pointer that know where they stand, the nearest first."""
    found: list[Leaf | Made] = []
    for key in (None, *at):
        if key is not None:
            if isinstance(body, dict):
                body = body.get(str(key))
            elif isinstance(body, list) and isinstance(key, int) and key < len(body):
                body = body[key]
            else:
                break
        if isinstance(body, (Leaf, Made)) and (isinstance(body, Leaf) or body.origin is not None):
            found.append(body)
    return reversed(found)
