"""Document → Unit: a file's declarations and imports bound, with everything that is wrong told.

Files come through the loader; a file that several import is bound once a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendspec.channels import channel, names
from sendspec.channels.declare import Word
from sendspec.channels.filled import Filled
from sendspec.diagnostic import Diagnostic, Label, Severity
from sendspec.model.fill import fill_block
from sendspec.model.findings import Findings, unread
from sendspec.model.loader import Loader, Missing
from sendspec.model.message import PARTS, Around, read_message
from sendspec.model.nodes import UNNAMED, Localised, Message, Sender, Unit
from sendspec.model.parts import Parts, called
from sendspec.model.phrases import read_localised
from sendspec.model.scope import Scope
from sendspec.nearest import did_you_mean, nearest
from sendspec.record import NamedTuple, field, record
from sendspec.source import Source
from sendspec.syntax.decode import decode
from sendspec.syntax.nodes import Document, Statement
from sendspec.syntax.nodes import Word as Name
from sendspec.syntax.parse import parse

UNKNOWN, DECLARED, CYCLE, BROKEN, NO_FILE = "NAM001", "NAM004", "NAM007", "NAM008", "NAM009"
ANNOTATION = "NAM014"
FORMS = ("NAM002", "NAM006")  # a part that nobody expected, and a word that is missing
HEADS = ("import", "locales", "sender", "snippet", "message")
DEEPEST = 32  # files that import one another in a row


class Bound(NamedTuple):
    """A file, bound, and what was found in it and only in it. `unit` is None when its bytes are no text."""

    unit: Unit | None
    findings: tuple[Diagnostic, ...]


@record(frozen=False)
class Binder:
    """Binds files, each once. `versions` maps a channel to the API version that the project chose."""

    loader: Loader
    versions: Mapping[str, str]
    _bound: dict[str, Bound] = field(default_factory=dict)

    def bind(self, path: str, data: bytes, trail: tuple[str, ...] = ()) -> Bound:
        """The file at a printed path. `trail` are the files that are being bound because one imports the next."""
        if path not in self._bound:
            self._bound[path] = self._bind(path, data, trail)
        return self._bound[path]

    def _bind(self, path: str, data: bytes, trail: tuple[str, ...]) -> Bound:
        source = decode(path, data)
        if isinstance(source, Diagnostic):
            return Bound(None, (source,))
        document, found = parse(source)
        findings = Findings(source, list(found))
        unit = _File(self, document, findings, (*trail, path)).unit()
        return Bound(unit, tuple(_once(findings.found)))


def _once(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Each finding once, though a text was read for several locales and rungs. Where a line could not be read as it is
    written (a syntax finding), what is then missing from it is not told as well."""
    seen: set[tuple[str, str, int, int]] = set()
    torn = {_line(each) for each in found if each.code.startswith("SYN") and each.severity is Severity.ERROR}
    for finding in found:
        if torn and finding.code in FORMS and _line(finding) in torn:
            continue
        key = finding.code, finding.source.path, finding.span.start, finding.span.end
        if key not in seen:
            seen.add(key)
            yield finding


def _line(finding: Diagnostic) -> tuple[str, int]:
    return finding.source.path, finding.source.position(finding.span.start)[0]


class _File:
    """The binding of one file: its declarations as they are read."""

    def __init__(self, binder: Binder, document: Document, findings: Findings, trail: tuple[str, ...]) -> None:
        self.binder, self.document, self.findings, self.trail = binder, document, findings, trail
        self.source: Source = document.source
        self.imports: dict[str, Unit] = {}
        self.locales: tuple[str, ...] = (UNNAMED,)
        self.senders: dict[str, Sender] = {}
        self.snippets: dict[str, Localised] = {}
        self.messages: dict[str, Message] = {}
        self.used: set[str] = set()
        self.lost: set[str] = set()  # names told where they are declared; what needs them is not told again
        self.named: dict[str, Name] = {}

    def unit(self) -> Unit:
        """The file, bound: first what others refer to, then the messages."""
        lines: dict[str, list[Statement]] = {head: [] for head in HEADS}
        for statement in self.document.statements:
            self._annotations(statement)
            if statement.head.text in lines:
                lines[statement.head.text].append(statement)
            else:
                self._strange(statement, lines)
        self._locales(lines["locales"])
        for statement in lines["import"]:
            self._import(statement)
        for statement in lines["snippet"]:
            self._snippet(statement)
        for statement in lines["sender"]:
            self._sender(statement)
        for statement in lines["message"]:
            self._message(statement)
        for alias, unit in self.imports.items():
            self._covers(alias, unit)
        return Unit(
            self.source,
            self.document,
            self.imports,
            self.locales,
            self.senders,
            self.snippets,
            self.messages,
            frozenset(self.used),
            not any(unread(finding) for finding in self.findings.found),
        )

    def _annotations(self, statement: Statement) -> None:
        """Annotations that the language does not know, anywhere below."""
        todo = [(statement, False)]
        while todo:
            node, in_vars = todo.pop()
            for annotation in node.annotations:
                known = ("allow", "pii", "deprecated") if in_vars else ("allow", "deprecated")
                name = annotation.name.text
                if name not in known:
                    only = name == "pii"
                    self.findings.error(
                        ANNOTATION,
                        annotation.name.span,
                        "`@pii` marks a variable" if only else f"`@{name}` is no annotation",
                        "write it on a line of `vars`"
                        if only
                        else did_you_mean(name, known) or "the annotations are @allow, @pii and @deprecated",
                    )
            todo += [(inner, node.head.text == "vars") for inner in (node.block.statements if node.block else ())]

    def _declare(self, name: Name) -> bool:
        """Notes a name; False, and told, when it stands for something else already."""
        if name.text in self.named:
            first = Label(self.source, self.named[name.text].span, "first here")
            self.findings.error(DECLARED, name.span, f"`{name.text}` is declared twice", None, first)
            return False
        self.named[name.text] = name
        return True

    def _strange(self, statement: Statement, lines: Mapping[str, list[Statement]]) -> None:
        """Tells of a word that is no declaration, and reads it as the one that was meant."""
        word, meant = statement.head.text, nearest(statement.head.text, HEADS)
        if meant is not None:
            lines[meant].append(statement)
        elif word in PARTS and any(message.block is None for message in lines["message"]):
            return  # the message above it has lost its brace, which is told there
        help = f"did you mean `{meant}`?" if meant else f"a file holds {', '.join(HEADS)}"
        if word in PARTS:
            help = "it stands in a message: `message NAME { … }`"
        self.findings.error(UNKNOWN, statement.head.span, f"`{word}` is no declaration", help)

    def _locales(self, statements: list[Statement]) -> None:
        for again in statements[1:]:
            self.findings.error("NAM012", again.head.span, "`locales` stands twice in one file")
        if not statements:
            return
        parts = Parts(statements[0], self.findings)
        listed = parts.list("a list of locales")
        parts.end()
        found = []
        for element in listed.elements if listed else ():
            word = element[0]
            if not isinstance(word, Name) or not _is_locale(word.text):
                self.findings.error(
                    "LOC004",
                    word.span,
                    f"{called(word)} is no locale",
                    "write a language, or a language and a region: `en`, `en-GB`",
                )
            elif word.text in found:
                self.findings.error("LOC004", word.span, f"`{word.text}` stands twice")
            else:
                found.append(word.text)
        if listed and not listed.elements:
            self.findings.error("LOC004", listed.span, "the list names no locale", "write a language: `locales [en]`")
        self.locales = tuple(found) or (UNNAMED,)

    def _import(self, statement: Statement) -> None:
        parts = Parts(statement, self.findings)
        path = parts.text("the path of a file, in quotes")
        alias = parts.word("a name for it") if path and parts.expect("as") else None
        if path is None or alias is None or not parts.end() or not self._declare(alias):
            self.lost.update(part.text for part in statement.parts if isinstance(part, Name))
            return
        self.lost.add(alias.text)
        found = self.binder.loader.load(self.source.path, path.value)
        if isinstance(found, Missing):
            self.findings.error(NO_FILE, path.span, f'"{path.value}" {found.message}', found.help)
        elif found.path in self.trail:
            ring = " → ".join((*self.trail[self.trail.index(found.path) :], found.path))
            self.findings.error(
                CYCLE,
                path.span,
                f"this import comes back to its own file: {ring}",
                "move what both need into a third file",
            )
        elif len(self.trail) >= DEEPEST:
            self.findings.error(CYCLE, path.span, f"{DEEPEST} files import one another in a row; that is the most")
        else:
            bound = self.binder.bind(found.path, found.data, self.trail)
            errors = sum(1 for finding in bound.findings if finding.severity is Severity.ERROR)
            cycle = next((finding for finding in bound.findings if finding.code == CYCLE), None)
            if cycle is not None:
                self.findings.error(CYCLE, path.span, cycle.message, cycle.help)
            elif errors:
                many = "an error" if errors == 1 else f"{errors} errors"
                self.findings.error(
                    BROKEN, path.span, f'"{path.value}" has {many} of its own', f"see `sendspec lint {found.path}`"
                )
            if bound.unit is not None:
                self.imports[alias.text] = bound.unit
                if not errors and cycle is None:
                    self.lost.discard(alias.text)

    def _covers(self, alias: str, unit: Unit) -> None:
        """The snippets that this file uses of an import need every locale of this file, or none."""
        lacking = [locale for locale in self.locales if locale not in unit.locales]
        if (
            not lacking
            or unit.locales == (UNNAMED,)
            or not any(f"{alias}.{name}" in self.used for name in unit.snippets)
        ):
            return
        if self.locales == (UNNAMED,):
            message, help = f"the texts of `{alias}` have locales; this file has none", "declare `locales […]` here too"
        else:
            message = f"`{alias}` has no texts for {', '.join(f'`{locale}`' for locale in lacking)}"
            help = "add the locale there, or leave its snippets without locales"
        self.findings.error("LOC005", self.named[alias].span, message, help)

    def _snippet(self, statement: Statement) -> None:
        parts = Parts(statement, self.findings)
        name = parts.word("the name of the snippet")
        if name is None or not self._declare(name):
            return
        made = read_localised(name, parts, self.locales, self.findings, self.binder.loader)
        self.snippets[name.text] = made
        for phrase in made.phrases.values():
            if "{{" in phrase.text.value or "{%" in phrase.text.value:
                self.findings.of(phrase.source).error(
                    "VAR008",
                    phrase.span,
                    f"the snippet `{name.text}` is the same for everybody; it takes no `{{{{ … }}}}`",
                    "write a text of the message instead",
                )

    def _sender(self, statement: Statement) -> None:
        parts = Parts(statement, self.findings)
        name = parts.word("the name of the sender", named=True)
        kind = parts.word("its channel") if name else None
        if name is None or kind is None or not parts.end() or not self._declare(name):
            self.lost.update({name.text} if name else ())
            return
        if kind.text not in names():
            self.findings.error(
                "NAM010",
                kind.span,
                f"`{kind.text}` is no channel",
                did_you_mean(kind.text, names()) or f"the channels are {', '.join(names())}",
            )
            self.senders[name.text] = Sender(name.text, "", None, self.source, statement)
            return
        self.senders[name.text] = Sender(
            name.text, kind.text, self._fields(statement, kind.text), self.source, statement
        )

    def _fields(self, statement: Statement, kind: str) -> Filled | None:
        if statement.block is None:
            self.findings.error(
                "NAM006", statement.line, "the sender has no block", f'add `{{ {channel(kind).sender[0].name} "…" }}`'
            )
            return None
        scope = Scope(UNNAMED, {}, {}, {}, self.findings, self.binder.loader, self.used, [])
        filled = fill_block(Word("sender", block=channel(kind).sender), statement.block, scope, statement.line, {})
        return None if self.findings.within(statement.span) else filled

    def _message(self, statement: Statement) -> None:
        parts = Parts(statement, self.findings)
        name = parts.word("the name of the message", named=True)
        if name is None or not parts.end() or not self._declare(name):
            return
        if statement.block is None:
            help = "put `{` at the end of its line, and `}` where the message ends"
            self.findings.error("NAM006", statement.line, f"the message `{name.text}` has no block", help)
            return
        snippets = {
            **self.snippets,
            **{f"{alias}.{key}": value for alias, unit in self.imports.items() for key, value in unit.snippets.items()},
        }
        known = (*self.senders, *(f"{alias}.{key}" for alias, unit in self.imports.items() for key in unit.senders))
        around = Around(
            self._named_sender,
            known,
            snippets,
            self.locales,
            self.binder.versions,
            self.binder.loader,
            self.used,
            frozenset(self.lost),
        )
        self.messages[name.text] = read_message(statement, name.text, around, self.findings)

    def _named_sender(self, name: str) -> Sender | None:
        """The sender of a name, or None. One that is told where it is declared stands in for itself, unfilled."""
        self.used.add(name)
        alias, dot, inner = name.partition(".")
        there = self.senders if not dot else self.imports[alias].senders if alias in self.imports else {}
        found = there.get(inner if dot else name)
        if found is None and alias in self.lost:
            return Sender(name, "", None, self.source, self.document.statements[0])
        return found


def _is_locale(text: str) -> bool:
    """A language of two or three letters, and perhaps a script and a region (BCP 47, without variants)."""
    language, *rest = text.replace("_", "-").split("-")
    if not (language.isascii() and language.isalpha() and language.islower() and len(language) in (2, 3)):
        return False
    return len(rest) <= 2 and all(part.isascii() and part.isalnum() and len(part) in (2, 3, 4) for part in rest)
