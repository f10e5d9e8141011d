"""The leaves of a cut, by column: a value for each person of a crowd, the same that `values.Reader` gives one by one.

A text is cut into what is fixed and what is personal. A personal part that is a variable as it is, is that variable's
column; any other is rendered once for each of the cells that it hangs on, and remembered. Texts are put together by a
function that is written for them, from the spec alone: no person's value is ever part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import repeat

from sendspec.audience.crowd import Crowd
from sendspec.audience.header import Column as Taken
from sendspec.audience.header import Plan
from sendspec.channels.filled import Leaf
from sendspec.emit.cut import Cut
from sendspec.emit.layout import compact
from sendspec.emit.values import Scalar
from sendspec.record import replace
from sendspec.templates.reads import reads
from sendspec.templates.render import Unprintable
from sendspec.templates.split import Fragment, split
from sendspec.templates.tree import Name, Print, Static, Template
from sendspec.values.bulk import TEXTUAL
from sendspec.values.gsm import is_gsm

#: A value for each person of a crowd.
Values = Sequence[Scalar]
#: Gives the values of a leaf.
Give = Callable[[Crowd], Values]
#: How many renderings of one part of a text are kept.
MOST = 1 << 14


class Unfit(Exception):  # noqa: N818 (no error of anyone's: the message is compiled one by one)
    """People that cannot be written by column."""


class Same(Sequence[Scalar]):
    """One value for all."""

    __slots__ = ("_many", "value")

    def __init__(self, value: Scalar, many: int) -> None:
        self.value, self._many = value, many

    def __len__(self) -> int:
        return self._many

    def __iter__(self) -> Iterator[Scalar]:
        return repeat(self.value, self._many)

    def __getitem__(self, at: object) -> Scalar:  # type: ignore[override]  # slices are not asked for
        return self.value


class Plain:
    """A variable as it is. `instead` is the text of a cell that is empty, where there is one."""

    def __init__(self, name: str, instead: str | None) -> None:
        self._name, self._instead = name, instead

    def __call__(self, crowd: Crowd) -> Values:
        texts, instead = crowd.values[self._name], self._instead
        if self._name in crowd.tame or "" not in texts:
            return texts
        if instead is None:
            raise Unfit
        return [text or instead for text in texts]

    def tame(self, crowd: Crowd) -> bool:
        """Whether all of it stands in JSON and in an SMS as it is."""
        return self._name in crowd.tame


class Text:
    """A text that is put together: of what is fixed, and of columns."""

    def __init__(self, parts: Sequence[str | Give]) -> None:
        self._personal = [part for part in parts if not isinstance(part, str)]
        self._together = written([part if isinstance(part, str) else None for part in parts])
        fixed = "".join(part for part in parts if isinstance(part, str))
        self._tame = is_gsm(fixed) and compact(fixed) == f'"{fixed}"'

    def __call__(self, crowd: Crowd) -> Values:
        return self._together(*[give(crowd) for give in self._personal])

    def tame(self, crowd: Crowd) -> bool:
        """Whether all of it stands in JSON and in an SMS as it is."""
        return self._tame and all(tame(give, crowd) for give in self._personal)


def tame(give: Give, crowd: Crowd) -> bool:
    """Whether what is given stands in JSON and in an SMS as it is; no says nothing."""
    return isinstance(give, Plain | Text) and give.tame(crowd)


class Columns:
    """Makes the columns of a cut's leaves, for people who are read by a plan."""

    def __init__(self, cut: Cut, plan: Plan, variables: frozenset[str], currencies: Mapping[str, str]) -> None:
        self._cut, self._variables, self._currencies = cut, variables, currencies
        self._taken = {column.target: column for column in plan.variables}

    def of(self, leaf: Leaf) -> Give:
        """What gives a leaf's values."""
        if leaf.value is not None:
            value = leaf.value
            assert isinstance(value, str | int | float | bool)
            return lambda crowd: Same(value, len(crowd.rows))
        if isinstance(leaf.text, Template) and leaf.form == "text":
            return self._text(leaf)
        if isinstance(leaf.text, Template) and leaf.form == "alphabet":
            return self._alphabet(leaf)
        names = reads(leaf.text) if isinstance(leaf.text, Template) else _names(leaf.text)
        return self._rendered(leaf, sorted(names & self._variables))

    def _text(self, leaf: Leaf) -> Give:
        parts = self._parts(leaf)
        fixed = [part for part in parts if isinstance(part, str)]
        if len(fixed) == len(parts):
            return lambda crowd: Same("".join(fixed), len(crowd.rows))
        return parts[0] if len(parts) == 1 and not isinstance(parts[0], str) else Text(parts)

    def _parts(self, leaf: Leaf) -> list[str | Give]:
        """A text in order: what is fixed, and what gives the rest."""
        assert isinstance(leaf.text, Template)
        cut = self._cut
        found = split(leaf.text, self._variables, cut.constants, cut.locale, leaf.html, self._currencies)
        return [part.text if isinstance(part, Static) else self._part(part, leaf) for part in found]

    def _part(self, part: Fragment, leaf: Leaf) -> str | Give:
        template = part.template
        if template.constant is not None:
            return template.constant
        match template.pieces:
            case (Print(value=Name(text=name), filters=()),) if not leaf.html and name in self._variables:
                if (plain := self._plain(self._taken[name])) is not None:
                    return plain
            case _:
                pass
        own = replace(leaf, text=template, form="text", bounds=None)
        return self._rendered(own, sorted(reads(template) & self._variables))

    def _plain(self, taken: Taken) -> Plain | None:
        """A variable as it is, where its cells are its values' texts."""
        if taken.place < 0 or taken.made is None or taken.made.kind not in TEXTUAL:
            return None
        missing = taken.missing
        known = isinstance(missing, str) or (isinstance(missing, int) and not isinstance(missing, bool))
        return Plain(taken.target, str(missing) if known else None)

    def _rendered(self, leaf: Leaf, names: Sequence[str]) -> Give:
        """What is rendered once for each of the cells that it hangs on."""
        kept = _Kept(lambda cells: self._cut.reader.value(leaf, self._typed(names, cells)))
        if len(names) == 1:
            name = names[0]
            return lambda crowd: list(map(kept.__getitem__, crowd.values[name]))
        return lambda crowd: list(map(kept.__getitem__, zip(*[crowd.values[name] for name in names], strict=True)))

    def _typed(self, names: Sequence[str], cells: Cells) -> Mapping[str, object]:
        texts = (cells,) if isinstance(cells, str) else cells
        values: dict[str, object] = {}
        for name, text in zip(names, texts, strict=True):
            taken = self._taken[name]
            values[name] = taken.read(text) if text else taken.missing
        return {**self._cut.constants, **values}

    def _alphabet(self, leaf: Leaf) -> Give:
        """Which of two words says in which alphabet a text goes: by its parts, each column of them at once."""
        assert leaf.choices is not None
        plain, unicode = leaf.choices
        parts = self._parts(leaf)
        fixed = is_gsm("".join(part for part in parts if isinstance(part, str)))
        personal = [give for give in parts if not isinstance(give, str)]

        def give(crowd: Crowd) -> Values:
            if not fixed:
                return Same(unicode, len(crowd.rows))
            columns = [column(crowd) for column in personal if not tame(column, crowd)]
            outside = [column for column in columns if not is_gsm(joined(column) or "".join(map(str, column)))]
            if not outside:
                return Same(plain, len(crowd.rows))
            each = zip(*outside, strict=True)
            return [plain if all(is_gsm(str(text)) for text in texts) else unicode for texts in each]

        return give


def joined(values: Values) -> str | None:
    """All values in one text; None where one is no text."""
    try:
        return "".join(values)  # type: ignore[arg-type]  # that is what is found out
    except TypeError:
        return None


#: The cell that a value hangs on, or several.
Cells = str | tuple[str, ...]


class _Kept(dict[Cells, Scalar]):
    """Values by what they hang on."""

    def __init__(self, make: Callable[[Cells], Scalar]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, cells: Cells) -> Scalar:
        if len(self) >= MOST:
            self.clear()
        try:
            self[cells] = value = self._make(cells)
        except Unprintable:
            raise Unfit from None
        return value


def written(parts: Sequence[str | None]) -> Callable[..., list[str]]:
    """A function of columns that puts texts together: the fixed ones, and for each None the next column's."""
    names: list[str] = []
    said = ""
    for part in parts:
        if part is None:
            names.append(f"e{len(names)}")
        said += f"{{{names[-1]}}}" if part is None else part.replace("{", "{{").replace("}", "}}")
    rows = "zip(*columns, strict=True)" if len(names) > 1 else "columns[0]"
    line = f"made = lambda *columns: [f{said!r} for {', '.join(names)} in {rows}]"
    made: dict[str, Callable[..., list[str]]] = {}
    exec(compile(line, "<written>", "exec"), {"zip": zip}, made)  # literals of the spec, by repr, and names made here
    return made["made"]


def _names(text: object) -> frozenset[str]:
    """The variable that an instant or an amount hangs on."""
    name = getattr(text, "variable", "")
    return frozenset({name} if name else ())
