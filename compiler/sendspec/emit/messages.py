"""People of a crowd → the JSON of a whole message each, for requests of v1 that hold many messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sendspec.audience.crowd import Crowd
from sendspec.audience.header import Plan
from sendspec.emit.columns import Columns, Same, Unfit, Values, joined, tame, written
from sendspec.emit.layout import compact
from sendspec.emit.mould import Mould
from sendspec.emit.pieces import Cutter, Pieces, inner, texts, together
from sendspec.emit.places import Place

#: How a place that is open stands in a body that is laid out.
_OPEN = re.compile(r'"\\u0000(\w+)\\u0000"')

#: Writes messages of the columns of their values, and of which of these stand in JSON as they are.
Frame = Callable[[Sequence[Values], Sequence[bool]], list[str]]


class MessageCutter(Cutter):
    """Makes whole messages, each for one person. `tracked`: a correlation stands at the message."""

    def __init__(self, mould: Mould, plan: Plan, columns: Columns) -> None:
        super().__init__(mould, plan, columns)
        if mould.cut.inline or mould.cut.defaults or mould.cut.each:
            raise Unfit
        self.tracked = self.correlation is not None and plan.correlation is None
        self._frames: dict[object, Frame] = {}

    def pieces(self, crowd: Crowd) -> Pieces | set[int]:
        odd = set[int]()
        columns = [give(crowd) for give in self.grouping]
        given: list[Values] = [crowd.addresses[self.kind]]
        if crowd.correlation is not None:
            given.append(crowd.correlation)
        elif self.correlation is not None:
            given.append(texts(self.correlation(crowd)))
            odd.update(at for at, value in enumerate(given[-1]) if not value)
        for at, column in enumerate(columns, 1):
            absent = {None, ""} if at in self.mould.absent else {None}
            if not isinstance(column, Same) and any(each in column for each in absent):
                odd.update(index for index, value in enumerate(column) if value in absent)
        if odd:
            return odd
        form = tuple(_form(column) for column in columns)
        if form not in self._frames:
            self._frames[form] = self._frame(columns, len(given) > 1)
        calm = [self.kind == "msisdn", False][: len(given)] + [tame(give, crowd) for give in self.grouping]
        return Pieces(self._frames[form]([*given, *columns], calm), together(columns), self.telling(columns))

    def _frame(self, columns: Sequence[Values], correlated: bool) -> Frame:
        """What writes messages of one form from the columns of their values."""
        first = 1 + correlated
        group = [column.value if isinstance(column, Same) else _mark(at) for at, column in enumerate(columns, first)]
        correlation = _mark(1) if correlated else None
        place = Place(0, ((self.key, _mark(0)),), correlation, (), "", None, self.tracked)
        parts = _OPEN.split(compact(self.mould.message(group, [place], lift=True)))
        order = [int(name) for name in parts[1::2]]
        quoted = [at < first or joined(columns[at - first]) is not None for at in order]
        said: list[str | None] = [f"{parts[0]}{_quote(quoted[0])}"]
        for number, part in enumerate(parts[2::2]):
            more = _quote(number + 1 < len(quoted) and quoted[number + 1])
            said += [None, f"{_quote(quoted[number])}{part}{more}"]
        write = written(said)
        ways = [inner if each else _written for each in quoted]

        def frame(given: Sequence[Values], calm: Sequence[bool]) -> list[str]:
            found = zip(ways, order, strict=True)
            return write(*[given[at] if calm[at] else way(given[at]) for way, at in found])

        return frame


def _mark(at: int) -> str:
    return f"\0{at}\0"


def _quote(quoted: bool) -> str:
    return '"' if quoted else ""


def _form(column: Values) -> object:
    """What decides how a message is written, beside the values that differ."""
    return (type(column.value), column.value) if isinstance(column, Same) else joined(column) is not None


def _written(column: Values) -> Sequence[str]:
    return list(map(compact, column))
