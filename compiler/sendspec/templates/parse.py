"""A text → its Template, or what is wrong with it. The first of two walls: `allow` is the other, over Jinja's own tree.

Never raises, never imports Jinja, compiles nothing. It must not know which names a text may use.
"""

from __future__ import annotations

from functools import lru_cache

from sendspec.diagnostic import Severity
from sendspec.nearest import did_you_mean
from sendspec.record import NamedTuple
from sendspec.templates.expression import Reader
from sendspec.templates.refuse import (
    EXPRESSION,
    STATEMENT,
    STATEMENTS,
    TAG,
    TAKEN,
    TOO_MUCH,
    Refused,
    refused,
    unexpected,
)
from sendspec.templates.scan import LONGEST, Raw, Tag, Token, reserved, scan
from sendspec.templates.tree import (
    Branch,
    Clause,
    Condition,
    Constant,
    Loop,
    Name,
    Piece,
    Problem,
    Static,
    Template,
)  # fmt: skip

DEEPEST = 20
MOST_TAGS = 5_000
#: Only texts up to this many characters are remembered.
_SHORT = 4_096


def parse(text: str) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template of a text, and everything that is wrong with it.

    With a problem, the template holds what could be read all the same, so that names in the rest of it are looked at
    too; there is none when nothing could be.
    """
    if "{{" not in text and "{%" not in text and len(text) <= LONGEST and reserved(text) < 0:
        return Template(text, (Static(text, 0, len(text)),) if text else ()), ()
    return _remembered(text) if len(text) <= _SHORT else _parsed(text)


def _parsed(text: str) -> tuple[Template | None, tuple[Problem, ...]]:
    if problem := _unfit(text):
        return None, (problem,)
    builder, found = _Builder(), scan(text)
    for piece in found:
        if isinstance(piece, Raw):
            builder.pieces.append(Static(piece.text, piece.start, piece.end))
        else:
            try:
                builder.add(piece)
            except Refused as stop:
                builder.problems.append(stop.problem)
    pieces = builder.finish()
    problems = tuple(builder.problems)
    if not problems:
        return Template(text, pieces), ()
    blocks = any(problem.code == STATEMENT for problem in problems)  # what stands inside is not known
    return Template(text, () if blocks else pieces, _mentioned(found)), problems


#: A text is read once for each rung and locale that it is used in.
_remembered = lru_cache(1024)(_parsed)


def _mentioned(found: list[Raw | Tag]) -> frozenset[str]:
    """Every name that stands in a tag, also in those that were refused."""
    names: set[str] = set()
    for tag in found:
        if isinstance(tag, Tag):
            joined = "".join(token.text if token.kind == "name" or token.text == "." else " " for token in tag.tokens)
            names.update(joined.split())
            names.update(token.text for token in tag.tokens if token.kind == "name")
    return frozenset(names)


def names_of(condition: Condition) -> tuple[Name, ...]:
    """The names that a condition reads, in order."""
    match condition:
        case Name():
            return (condition,)
        case Constant():
            return ()
        case Clause(operands=operands):
            return tuple(name for operand in operands for name in names_of(operand))


def _unfit(text: str) -> Problem | None:
    if len(text) > LONGEST:
        size = f"{len(text):,}".replace(",", " ")
        return Problem(TOO_MUCH, Severity.ERROR, f"the text is {size} characters; a text takes 1 048 576", 0, 1)
    if text.count("{{") + text.count("{%") > MOST_TAGS:
        return Problem(TOO_MUCH, Severity.ERROR, "the text has more than 5 000 tags", 0, 1)
    if (at := reserved(text)) >= 0:
        message = f"the control character U+{ord(text[at]):04X} stands in a text"
        return Problem(TAG, Severity.ERROR, message, at, at + 1, "take it out")
    return None


class _Frame(NamedTuple):
    """An `if` or `for` that is not closed yet."""

    word: str
    tag: Tag
    pieces: list[Piece]
    arms: list[tuple[Condition | None, tuple[Piece, ...]]]
    conditions: list[Condition | None]
    loop: tuple[str, tuple[Name | Constant, ...]] | None


class _Builder:
    """Puts tags and static text together; one frame for each block that is open."""

    __slots__ = ("_frames", "_lost", "_refused", "pieces", "problems")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self._frames: list[_Frame] = []
        self._refused: list[str] = []
        self._lost = False  # a block may have opened with a word that is none

    def add(self, tag: Tag) -> None:
        """One more tag."""
        _check_delimiters(tag)
        if tag.opener == "{{":
            self.pieces.append(Reader(tag).printed())
            return
        word = tag.tokens[0] if tag.tokens else Token("end", "", tag.start, tag.end)
        match word.text:
            case "if":
                self._open(_Frame("if", tag, self.pieces, [], [self._condition(tag)], None))
            case "elif" | "else":
                self._arm(word, tag)
            case "endif" | "endfor":
                Reader(tag, 1).finish("`%}`")
                self._close(word, tag)
            case "for":
                self._open(_Frame("for", tag, self.pieces, [], [], self._loop(tag)))
            case _:
                self._refuse(word)

    def finish(self) -> tuple[Piece, ...]:
        """All pieces up to the first block that is still open, which is a problem."""
        for frame in self._frames:
            expected = f"`{{% end{frame.word} %}}`"
            message = f"`{{% {frame.word} %}}` is not closed; expected {expected} before the text ends"
            self.problems.append(
                Problem(TAG, Severity.ERROR, message, frame.tag.start, frame.tag.end, f"add {expected}")
            )
        return tuple(self._frames[0].pieces if self._frames else self.pieces)

    def _condition(self, tag: Tag) -> Condition | None:
        try:
            return Reader(tag, 1).condition()
        except Refused as stop:  # the block is open all the same: its end must find it
            self.problems.append(stop.problem)
            return Constant(True, tag.start, tag.end)

    def _loop(self, tag: Tag) -> tuple[str, tuple[Name | Constant, ...]]:
        try:
            return self._loop_head(tag)
        except Refused as stop:
            self.problems.append(stop.problem)
            return "", ()

    def _loop_head(self, tag: Tag) -> tuple[str, tuple[Name | Constant, ...]]:
        if any(frame.word == "for" for frame in self._frames):
            help = "write the inner list out"
            raise refused(STATEMENT, "a loop stands inside a loop; a text takes one level", tag.tokens[0], help)
        reader = Reader(tag, 1)
        name = reader.word("a name for each value of the list")
        if reader.next.text == ",":
            raise refused(STATEMENT, "a loop takes two names at once; expected one", reader.next)
        reader.need("in", "the name")
        listed = reader.next
        if listed.kind == "name":
            help = "write the list out: `{% for day in ['Monday', 'Tuesday'] %}`"
            raise refused(STATEMENT, f"the loop goes over `{listed.text}`; expected a list in brackets", listed, help)
        items, _ = reader.items()
        if reader.next.text in ("if", "recursive"):
            message = f"`{reader.next.text}` stands behind the list of a loop"
            raise refused(STATEMENT, message, reader.next, "take it out, and choose inside the loop")
        reader.finish("`%}`")
        return name.text, items

    def _open(self, frame: _Frame) -> None:
        if len(self._frames) >= DEEPEST:
            raise refused(TOO_MUCH, f"blocks stand more than {DEEPEST} deep in each other", frame.tag.tokens[0])
        self._frames.append(frame)
        self.pieces = []

    def _arm(self, word: Token, tag: Tag) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame is None and self._lost:
            return
        if frame is None or frame.word == "for" or frame.conditions[-1] is None:
            raise _stray(word, frame)
        if word.text == "else" and tag.tokens[1:2] and tag.tokens[1].text == "if":
            raise refused(TAG, "`else if` is two words; expected `elif`", tag.tokens[1], "write `{% elif … %}`")
        if word.text == "else":
            Reader(tag, 1).finish("`%}`")
        condition = None if word.text == "else" else self._condition(tag)
        frame.arms.append((frame.conditions[-1], tuple(self.pieces)))
        frame.conditions.append(condition)
        self.pieces = []

    def _close(self, word: Token, tag: Tag) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame is None and self._lost:
            return
        if frame is None or word.text != f"end{frame.word}":
            raise _stray(word, frame)
        self._frames.pop()
        inside = tuple(self.pieces)
        self.pieces = frame.pieces
        if frame.loop is not None:
            self.pieces.append(Loop(*frame.loop, inside, frame.tag.start, tag.end))
            return
        arms = (*frame.arms, (frame.conditions[-1], inside))
        read = tuple((None if test is None else names_of(test), body) for test, body in arms)
        self.pieces.append(Branch(read, frame.tag.start, tag.end, tuple(test for test, _ in arms)))

    def _refuse(self, word: Token) -> None:
        if word.text.removeprefix("end") in self._refused:  # told at its beginning
            return
        if word.text in STATEMENTS:
            self._refused.append(word.text)
            message = f"`{{% {word.text} %}}` is not taken in a text; expected `if` or `for`"
            raise refused(STATEMENT, message, word, STATEMENTS[word.text])
        if word.kind == "end":
            raise refused(TAG, "nothing stands in the tag; expected `if` or `for`", word)
        if word.kind != "name":
            raise unexpected(word, "`if` or `for`")
        self._lost = True
        help = did_you_mean(word.text, TAKEN)
        raise refused(STATEMENT, f"`{word.text}` is no statement of a text; expected `if` or `for`", word, help)


def _stray(word: Token, frame: _Frame | None) -> Refused:
    if frame is None:
        return refused(TAG, f"`{{% {word.text} %}}` belongs to no block; nothing is open here", word)
    if frame.word == "for" and word.text in ("elif", "else"):
        return refused(STATEMENT, f"`{{% {word.text} %}}` stands in a loop; expected `{{% endfor %}}`", word)
    return refused(TAG, f"`{{% {word.text} %}}` stands where `{{% end{frame.word} %}}` was expected", word)


def _check_delimiters(tag: Tag) -> None:
    wanted = "}}" if tag.opener == "{{" else "%}"
    opening = Token("sign", tag.opener, tag.start, tag.start + 2)
    if not tag.closer:
        half = next((token for token in tag.tokens if token.text == "}"), None)
        if half is not None:
            raise refused(TAG, f"`{tag.opener}` is closed by one `}}`; expected `{wanted}`", half, f"write `{wanted}`")
        raise refused(
            TAG, f"`{tag.opener}` is not closed; expected `{wanted}`", opening, f"add `{wanted}` behind the value"
        )
    if tag.closer != wanted:
        end = Token("sign", tag.closer, tag.end - 2, tag.end)
        raise refused(TAG, f"`{tag.opener}` is closed by `{tag.closer}`; expected `{wanted}`", end, f"write `{wanted}`")
    if tag.tokens and tag.tokens[0].text == "{" and tag.tokens[0].start == tag.start + 2:
        raise refused(EXPRESSION, "three braces stand here; expected two", tag.tokens[0], "write `{{ name }}`")
    if tag.plus:
        raise refused(TAG, "a `+` stands at the edge of a tag; only `-` takes blanks away", opening, "take the `+` out")
