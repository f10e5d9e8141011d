"""Opening and closing while scanning: pairs, depth, what is never closed and what closes nothing.

It must not know what stands between them. Braces are paired by the parser; ( and [ are paired here, because a line end
in them separates nothing.
"""

from __future__ import annotations

import re

from sendspec.record import NamedTuple
from sendspec.source import Span
from sendspec.syntax.findings import fix
from sendspec.syntax.tokens import CLOSING, END, LBRACE, OPENING, PARTNER, RBRACE, TEXT

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from sendspec.syntax.scan import Scanner

#: How deep brackets and braces may be nested.
DEEPEST = 64
#: How often the scanner goes back to the end of a line in which a bracket was left open: it stays linear.
_MOST_REWINDS = 16
# Both are compiled where they are needed: only mistakes need them.
_NESTED = r'(?s:"""(?:[^"\\]++|\\.|"(?!""))*+"""|"(?:[^"\\\r\n]++|\\.)*+"?|#[^\r\n]*+|[{}()\[\]]|[^"#{}()\[\]]++)'
_PRINTED = r"\{\{[^\r\n{}]*\}\}"


class Frame(NamedTuple):
    """An open bracket: where it stands, and where its line begins. `mark`: the state at the first line end inside."""

    char: str
    start: int
    bol: int
    mark: tuple[int, int, int, int] | None = None


def bracket(scanner: Scanner, start: int) -> int:
    """One bracket or brace. Returns where to go on."""
    char = scanner.text[start]
    if char in "{}" and scanner.soft:
        return _give_up(scanner, start, f"`{char}` stands here")
    if char in OPENING:
        return _open(scanner, char, start)
    frames = scanner.frames
    if char == "}":
        if frames:
            frames.pop()
        scanner.emit(RBRACE, start + 1, start, start + 1)
    elif scanner.soft and PARTNER[frames[-1].char] == char:
        frames.pop()
        scanner.soft -= 1
        scanner.emit(CLOSING[char], start + 1, start, start + 1)
    elif any(PARTNER[frame.char] == char for frame in frames[len(frames) - scanner.soft :]):
        _close_inner(scanner, char, start)
        return start
    else:
        scanner.findings.error(
            "SYN006",
            f"`{char}` closes nothing; no `{'(' if char == ')' else '['}` is open",
            Span(start, start + 1),
            help="take it out",
        )
    return start + 1


def _open(scanner: Scanner, char: str, start: int) -> int:
    text = scanner.text
    if text.startswith("{{", start) and (printed := re.compile(_PRINTED).match(text, start)):
        return _outside_text(scanner, start, printed.end())
    if len(scanner.frames) >= DEEPEST:
        scanner.findings.error(
            "SYN020",
            f"`{char}` is the {DEEPEST + 1}th level of brackets; {DEEPEST} are the most",
            Span(start, start + 1),
            help="put the inner part elsewhere, or take levels out",
        )
        return _skip(text, start)
    if char == "{" and scanner.waiting and _belongs_above(scanner):
        scanner.findings.error(
            "SYN019",
            "`{` stands on a line of its own; it ends the line of its statement",
            Span(start, start + 1),
            help="move the brace up",
            fix=fix("move the brace up", (scanner.tokens.ends[-1], start, " "))
            if not text[scanner.tokens.ends[-1] : start].strip()
            else None,
        )
        scanner.waiting = False
    scanner.emit(OPENING[char], start, start, start + 1)
    scanner.frames.append(Frame(char, start, scanner.bol))
    scanner.soft += char != "{"
    return start + 1


def _belongs_above(scanner: Scanner) -> bool:
    kinds = scanner.tokens.kinds
    return bool(kinds) and kinds[-1] not in (LBRACE, RBRACE)


def _outside_text(scanner: Scanner, start: int, end: int) -> int:
    from sendspec.syntax.plain import plain

    inside = scanner.text[start:end]
    scanner.findings.error(
        "SYN001",
        f"`{inside}` stands outside of a text; `{{{{ … }}}}` prints inside of one"
        if len(inside) < 60
        else "`{{ … }}` stands outside of a text",
        Span(start, end),
        help=f'write `"{inside}"`, or the name alone' if '"' not in inside else "put it in a text",
    )
    scanner.emit(TEXT, plain(scanner.text, start - 1, end + 1), start, end)
    return end


def _skip(text: str, start: int) -> int:
    """The end of what the bracket at `start` encloses."""
    depth, at = 0, start
    for found in re.compile(_NESTED).finditer(text, start):
        at = found.end()
        if found[0] in OPENING:
            depth += 1
        elif found[0] in CLOSING:
            depth -= 1
            if depth == 0:
                break
    return at


def line_inside(scanner: Scanner, end: int) -> None:
    """A line has ended inside ( or [: note it, in case that the bracket is never closed."""
    at = len(scanner.frames) - scanner.soft
    frame = scanner.frames[at]
    if frame.mark is None:
        tokens = scanner.tokens
        sizes = len(tokens.kinds), len(tokens.comments), len(scanner.findings.found)
        scanner.frames[at] = frame._replace(mark=(end, *sizes))


def _close_inner(scanner: Scanner, char: str, start: int) -> None:
    """`)` or `]` came while another bracket inside is open: that one was left open."""
    frame = scanner.frames[-1]
    _unclosed(scanner, frame, Span(start, start + 1), f"`{char}` stands here")
    _make_up(scanner, start)


def _make_up(scanner: Scanner, start: int) -> None:
    frame = scanner.frames.pop()
    scanner.soft -= 1
    scanner.emit(CLOSING[PARTNER[frame.char]], start, start, start)


def _unclosed(scanner: Scanner, frame: Frame, where: Span, noticed: str) -> None:
    scanner.findings.error(
        "SYN004",
        f"`{frame.char}` is never closed",
        Span(frame.start, frame.start + 1),
        label="opened here",
        help=f"put `{PARTNER[frame.char]}` where it ends",
        related=scanner.findings.label(where.start, where.end, noticed),
    )


def _give_up(scanner: Scanner, start: int, noticed: str) -> int:
    """A brace or the end came while ( or [ is open. Go on behind the first line in it, as if it were closed there."""
    at = len(scanner.frames) - scanner.soft
    frame = scanner.frames[at]
    where = Span(start, min(start + 1, len(scanner.text)))
    go_on = start
    if frame.mark is not None and scanner.rewinds < _MOST_REWINDS:
        go_on = frame.mark[0]
        _rewind(scanner, at, frame.mark)
    _unclosed(scanner, frame, where, noticed)
    while scanner.soft:
        _make_up(scanner, scanner.tokens.ends[-1])
    scanner.waiting = scanner.fresh = scanner.waiting or go_on < start
    return go_on


def _rewind(scanner: Scanner, at: int, mark: tuple[int, int, int, int]) -> None:
    """Forget what was scanned after the first line end in the open bracket."""
    go_on, tokens, comments, findings = mark
    scanner.rewinds += 1
    scanner.tokens.cut(tokens)
    del scanner.tokens.comments[comments:]
    del scanner.findings.found[findings:]
    scanner.frames[at:] = [one for one in scanner.frames[at:] if one.start < go_on]
    scanner.soft = len(scanner.frames) - at
    scanner.docs = []
    scanner.bol = scanner.text.rfind("\n", 0, go_on) + 1


def at_end(scanner: Scanner, end: int) -> None:
    """The text has ended: emit END, unless a bracket was left open. Then the scanner goes back, to `bol`."""
    if scanner.soft:
        go_on = _give_up(scanner, end, "the file ends here")
        if go_on < end:
            scanner.bol = go_on
            return
    scanner.emit(END, None, end, end)
