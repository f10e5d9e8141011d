"""`message NAME { … }` → `Message`: its statements sorted by their words, then bound in the order in which they need
one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sendspec.channels import envelope
from sendspec.channels.declare import Slot, Takes, Word
from sendspec.diagnostic import Label
from sendspec.model.audience import read_audience
from sendspec.model.findings import Findings, unread
from sendspec.model.ladder import Senders, read_heads
from sendspec.model.leaves import phrase_leaf
from sendspec.model.left_out import tell_left_out
from sendspec.model.loader import Loader
from sendspec.model.nodes import Expiry, Localised, Message, Quiet, Rung
from sendspec.model.parts import Parts
from sendspec.model.phrases import read_localised
from sendspec.model.rungs import Settings, read_rungs
from sendspec.model.scope import Known, Scope
from sendspec.model.tests import once, read_test
from sendspec.model.timing import read_expiry, read_quiet
from sendspec.model.variables import loosened, read_variables, settle
from sendspec.nearest import nearest
from sendspec.record import record
from sendspec.source import Span
from sendspec.syntax.nodes import Statement

UNKNOWN, TWICE, MISSING, DECLARED = "NAM001", "NAM012", "NAM006", "NAM004"
TOO_LONG = "LAD004"
CATEGORIES = ("utility", "marketing", "authentication", "service")
ONCE = ("category", "owner", "vars", "audience", "delivery", "track", "policy")
MANY = ("text", "test")
RUNGS = ("try", "else", "and")
PARTS = (*ONCE, *MANY, *RUNGS)


@record(eq=False)
class Around:
    """What a message sees of its file: senders (local and imported), snippets, locales, and the project's choice of
    API versions."""

    senders: Senders
    sender_names: tuple[str, ...]
    snippets: Mapping[str, Localised]
    locales: tuple[str, ...]
    versions: Mapping[str, str]
    loader: Loader
    used: set[str]
    lost: frozenset[str]


def read_message(statement: Statement, name: str, around: Around, findings: Findings) -> Message:
    """The message that a statement declares. What is wrong is told; the rest is bound all the same."""
    lines = _sorted(statement, findings)
    block = lines["vars"][0].block if "vars" in lines else None
    variables, lost = read_variables(block, findings, around.locales) if block else ({}, frozenset())
    known = Known(variables, lost, around.locales)
    audience = read_audience(lines["audience"][0], known, findings) if "audience" in lines else None
    variables = loosened(variables, audience)
    texts = _texts(lines.get("text", []), around, findings)
    used: set[str] = set()
    scopes = tuple(
        Scope(
            locale,
            variables,
            texts,
            around.snippets,
            findings,
            around.loader,
            used,
            [],
            lost=lost | around.lost,
        )
        for locale in around.locales
    )
    settings, quiet = _settings(lines, scopes[0])
    heads = read_heads(lines.get("rungs", []), around.senders, around.sender_names, around.versions, findings)
    rungs = read_rungs(name, heads, settings, scopes)
    platform = frozenset(name for rung in rungs for name in rung.api.placeholders)
    for scope in scopes:
        _check_texts(scope.within(settings.constants(1, "v1"), platform))
    if "rungs" not in lines:
        findings.error(MISSING, statement.line, f"`{name}` has no `try`", "add `try CHANNEL from SENDER { … }`")
    whole = len(heads) == len(lines.get("rungs", [])) and all(rung.native or rung.fragments for rung in rungs)
    tell_left_out(settings, rungs, whole, findings)
    _waits(settings.expiry, rungs, findings)
    tests = tuple(test for line in lines.get("test", []) if (test := read_test(line, known, rungs, findings)))
    once(tests, findings)
    read = whole and not any(unread(finding) for finding in findings.found)
    variables = settle(variables, (template for scope in scopes for template in scope.templates), read)
    filled = settings.filled(scopes[0].within(settings.constants(1, "v1")))
    around.used.update(used, (f"{name}:{each}" for each in used))
    return Message(
        name,
        _category(lines, findings),
        _owner(lines, findings),
        variables,
        audience,
        filled,
        quiet,
        settings.expiry,
        rungs,
        texts,
        tests,
        around.locales,
        findings.source,
        statement,
    )


def _sorted(statement: Statement, findings: Findings) -> dict[str, list[Statement]]:
    """The statements of the message by their word; `try`, `else` and `and` together as `rungs`."""
    lines: dict[str, list[Statement]] = {}
    for line in statement.block.statements if statement.block else ():
        word = line.head.text
        if word in RUNGS:
            lines.setdefault("rungs", []).append(line)
        elif word in ONCE and word in lines:
            first = Label(findings.source, lines[word][0].head.span, "first here")
            findings.error(TWICE, line.head.span, f"`{word}` stands twice in one message", None, first)
        elif word in ONCE or word in MANY:
            lines.setdefault(word, []).append(line)
        else:
            meant = nearest(word, PARTS)
            findings.error(
                UNKNOWN,
                line.head.span,
                f"`{word}` is no part of `message`",
                f"did you mean `{meant}`?" if meant else f"a message takes {', '.join(PARTS)}",
            )
            if meant in RUNGS:
                lines.setdefault("rungs", [])
            elif meant and not (meant in ONCE and meant in lines):  # read as what it was meant to be
                lines.setdefault(meant, []).append(line)
    return lines


def _category(lines: Mapping[str, list[Statement]], findings: Findings) -> str | None:
    if "category" not in lines:
        return None
    parts = Parts(lines["category"][0], findings)
    category = parts.choice(*CATEGORIES)
    if category:
        parts.end()
    return category


def _owner(lines: Mapping[str, list[Statement]], findings: Findings) -> str | None:
    if "owner" not in lines:
        return None
    parts = Parts(lines["owner"][0], findings)
    owner = parts.text("a name in quotes")
    parts.end()
    return owner.value if owner else None


def _texts(lines: list[Statement], around: Around, findings: Findings) -> dict[str, Localised]:
    texts: dict[str, Localised] = {}
    for line in lines:
        parts = Parts(line, findings)
        name = parts.word("the name of the text")
        if name is None:
            continue
        if name.text in texts:
            first = Label(findings.source, texts[name.text].statement.line, "first here")
            findings.error(DECLARED, name.span, f"the text `{name.text}` is declared twice", None, first)
            continue
        texts[name.text] = read_localised(name, parts, around.locales, findings, around.loader)
    return texts


def _check_texts(scope: Scope) -> None:
    """Every text is checked where it stands, used or not."""
    for text in scope.texts.values():
        if (phrase := text.phrases.get(scope.locale)) is not None:
            phrase_leaf(Slot(text.name, Takes.TEXT), phrase.text, phrase.source, scope)


def _settings(lines: Mapping[str, list[Statement]], scope: Scope) -> tuple[Settings, Quiet | None]:
    """The lines of delivery, track and policy, each with its word; `expires` and `quiet` read."""
    found: list[tuple[Word, Statement]] = []
    expiry: Expiry | None = None
    quiet: Quiet | None = None
    for name, block in envelope.BLOCKS.items():
        if name not in lines:
            continue
        known = {word.name: word for word in block.block or ()}
        own = ("expires", "quiet") if name == "delivery" else ()
        seen: dict[str, Span] = {}
        inner = lines[name][0].block
        for line in inner.statements if inner else ():
            word = _meant(line, name, (*own, *known), scope)
            if word is None or (word != line.head.text and word in seen):
                continue
            if word in seen and (word in own or known[word].most == 1):
                scope.findings.error(
                    TWICE,
                    line.head.span,
                    f"`{word}` stands twice in `{name}`",
                    None,
                    Label(scope.findings.source, seen[word], "first here"),
                )
                continue
            if word == "expires" and own:
                expiry = read_expiry(line, scope)
            elif word == "quiet" and own:
                quiet = read_quiet(line, scope)
            else:
                found.append((known[word], line))
            seen[word] = line.head.span
    return Settings(tuple(found), expiry), quiet


def _meant(line: Statement, name: str, takes: Sequence[str], scope: Scope) -> str | None:
    """The word of a line, or the one that was meant, after telling of it."""
    word = line.head.text
    if word in takes:
        return word
    near = nearest(word, takes)
    help = f"did you mean `{near}`?" if near else f"it takes {', '.join(takes)}"
    scope.findings.error(UNKNOWN, line.head.span, f"`{word}` is no part of `{name}`", help)
    return near


def _waits(expiry: Expiry | None, rungs: tuple[Rung, ...], findings: Findings) -> None:
    """A rung that could only start after the message has expired."""
    if expiry is None or expiry.after is None:
        return
    waited = 0
    for rung in rungs:
        if rung.trigger is None or rung.trigger.after is None or rung.beside:
            continue
        waited += rung.trigger.after
        if waited >= expiry.after:
            findings.error(
                TOO_LONG,
                rung.statement.line,
                f"this rung starts after {_spoken(waited)}; the message expires after {_spoken(expiry.after)}",
                "wait for less, or let the message live longer",
                Label(findings.source, expiry.span, "expires here"),
            )
            return


def _spoken(seconds: int) -> str:
    """A duration as a spec writes it."""
    out = ""
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)):
        count, seconds = divmod(seconds, size)
        out += f"{count}{unit}" if count else ""
    return out or "0s"
