"""What several members of an e-mail request have to be together. The same checks see a body and the tree of a spec."""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Fault, Pointer, about, states, unless
from sendspec.channels.filled import Leaf, Made, Tree, known, stated
from sendspec.channels.keywords import lies_at, stands
from sendspec.channels.trail import counted, lacking
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

#: The two sizes of a whole mail after MIME encoding, which makes 137 % of it (C55; facts §4.8, §8.7).
MAIL_LOOSE, MAIL_STRICT, OVERHEAD = 40_000_000, 10_000_000, 1.37
HEADERS = ("fromName", "subject", "unsubscribeEmailSubject")


def _of(value: Tree, key: str) -> Tree:
    return value.get(key) if isinstance(value, dict) else None


def _items(value: Tree, key: str) -> list[Tree]:
    found = _of(value, key)
    return found if isinstance(found, list) else []


@unless("it.get('html')")
@states({"anyOf": [stands("html"), {"allOf": [stands("text"), lies_at(("attachments",), {"minItems": 1})]}]})
def has_html(content: Tree, at: Pointer) -> Iterator[Fault]:
    """HTML mail has HTML, but for the printed request of a text with attachments (C52)."""
    place = lacking(content, "html", at)
    if place is None or (isinstance(content, dict) and not isinstance(content.get("attachments", []), list)):
        return
    if _items(content, "attachments") and lacking(content, "text", at) is None:
        said = "a mail of type html without `html`; one printed request has none (C52)"
        yield Fault("EML003", Severity.NOTE, said, place, "add `html`, or let the type be text")
    else:
        help = "add `html`, or let the type be text"
        yield Fault("EML003", Severity.ERROR, "the mail is of type html and has no `html`", place, help)


@about("encoding")
def no_encoding(content: Tree, at: Pointer) -> Iterator[Fault]:
    """The encoding stands in one printed request only (C51)."""
    if stated(_of(content, "encoding")):
        said = "encoding stands in one printed request only; the compiler leaves it out (C51)"
        yield Fault("API007", Severity.NOTE, said, (*at, "encoding"), "take it out")


@about("html")
def no_html(content: Tree, at: Pointer) -> Iterator[Fault]:
    """Text mail holds no HTML that anybody would see."""
    if stated(_of(content, "html")):
        said = "`html` in a mail of type text; no page says that it is sent"
        yield Fault("EML004", Severity.WARNING, said, (*at, "html"), "let the type be html")


@unless(" and ".join(f"it.get({key!r}, '').isprintable()" for key in HEADERS))
@states({"properties": {key: {"not": {"type": "string", "pattern": "[\r\n]"}} for key in HEADERS}})
def one_line(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A header is one line (RFC 5322)."""
    for key in HEADERS if isinstance(value, dict) else ():
        text = known(_of(value, key))
        if isinstance(text, str) and ("\n" in text or "\r" in text):
            leaf = _of(value, key)
            name = leaf.name if isinstance(leaf, Leaf) else key
            said = f"{name} holds a line break; a header of a mail is one line"
            yield Fault("EML005", Severity.ERROR, said, (*at, key), "write it on one line")


@unless(f"len(it.get('text', '')) + len(it.get('html', '')) < {MAIL_STRICT // 6}")
def mail_size(content: Tree, at: Pointer) -> Iterator[Fault]:
    """The texts alone are within the size of a mail (C55)."""
    size = int(sum(_bytes(_of(content, key)) for key in ("text", "html")) * OVERHEAD)
    if size > MAIL_STRICT:
        loose = size > MAIL_LOOSE
        most, by = (MAIL_LOOSE, "e-mail takes") if loose else (MAIL_STRICT, "an SES asset takes by default")
        severity = Severity.ERROR if loose else Severity.WARNING
        said = f"the mail is {counted(size, Unit.BYTES)} once encoded; {by} {counted(most)} (C55)"
        yield Fault("EML014", severity, said, at, "send a shorter mail with a link")


def _bytes(text: Tree) -> int:
    if isinstance(text, Leaf):
        extent = text.extent(Unit.BYTES)
        return extent.most if extent else 0
    return len(text.encode("utf-8", "surrogatepass")) if isinstance(text, str) else 0


@about("unsubscribeEmailSubject")
@unless("it.get('unsubscribeEmailAddress')")
def unsubscribing(options: Tree, at: Pointer) -> Iterator[Fault]:
    """The subject of the mail that unsubscribes goes to an address."""
    if stated(_of(options, "unsubscribeEmailSubject")) and not stated(_of(options, "unsubscribeEmailAddress")):
        said = "the subject of an unsubscribing mail without the address that it goes to"
        help = 'add `email "…"` to `unsubscribe`' if isinstance(options, Made) else "add `unsubscribeEmailAddress`"
        yield Fault("EML009", Severity.WARNING, said, (*at, "unsubscribeEmailSubject"), help)


@about("options")
@unless("not it['options'].get('trackOpens')")
def opens_of_text(body: Tree, at: Pointer) -> Iterator[Fault]:
    """Nobody can tell whether a plain text was opened (facts §4.8)."""
    opens = known(_of(_of(body, "options"), "trackOpens"))
    if opens in (True, "true") and known(_of(_of(body, "content"), "type")) == "text":
        said = "opens of a mail in plain text; only HTML reports its opening"
        word = "opens" if isinstance(_of(body, "options"), Made) else "trackOpens"
        help = f"add `html`, or leave `{word}` out"
        yield Fault("EML011", Severity.WARNING, said, (*at, "options", "trackOpens"), help)


@about("multipleToRecipients")
def one_for_all(body: Tree, at: Pointer) -> Iterator[Fault]:
    """One mail for all of a request's people says the same to all of them."""
    if known(_of(body, "multipleToRecipients")) is not True:
        return
    entries = _items(body, "to")
    if len(entries) > 1 and any(stated(_of(entry, "substitutions")) for entry in entries):
        said = "one mail for all people, with substitutions of their own; all of them see the same text"
        yield Fault("EML012", Severity.WARNING, said, (*at, "multipleToRecipients"), "send each a mail of their own")
    for place, leaf in _leaves(body, ("content", "template", "substitutions")):
        said = f"{leaf.name} differs from person to person; `multiple_to_recipients` sends one mail to all"
        yield Fault("EML012", Severity.ERROR, said, (*at, *place), "take `multiple_to_recipients` away", leaf)


def _leaves(body: Tree, keys: tuple[str, ...]) -> Iterator[tuple[Pointer, Leaf]]:
    """The personal leaves below some members."""
    left: list[tuple[Pointer, Tree]] = [((key,), _of(body, key)) for key in reversed(keys)]
    while left:
        at, value = left.pop()
        if isinstance(value, Leaf):
            if value.personal:
                yield at, value
        elif isinstance(value, dict):
            left += [((*at, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            left += [((*at, number), inner) for number, inner in reversed([*enumerate(value)])]
