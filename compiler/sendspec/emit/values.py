"""A leaf and a person's values → the JSON value of the request. A value is data; nothing in it is ever evaluated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from sendspec.channels.filled import Datum, Leaf
from sendspec.model.nodes import Moment
from sendspec.templates.render import Renderer, Unprintable
from sendspec.templates.tree import Template
from sendspec.values.gsm import is_gsm

#: A person's typed values by variable, and the fixed texts that a text can name (snippets, `rung`).
Values = Mapping[str, object]
Scalar = str | int | float | bool | None


class Reader:
    """Reads leaves for one locale. `currencies`: the currency of each variable of type money."""

    __slots__ = ("_html", "_plain")

    def __init__(self, locale: str, currencies: Mapping[str, str]) -> None:
        self._plain, self._html = Renderer(locale, False, currencies), Renderer(locale, True, currencies)

    def value(self, leaf: Leaf, values: Values) -> Scalar:
        """What a leaf is for one person; None when it hangs on an optional instant or amount that this person has not.

        Raises `templates.render.Unprintable` when a text prints a value that is not there.
        """
        if leaf.value is not None:
            assert isinstance(leaf.value, (str, int, float, bool))
            return leaf.value
        match leaf.text:
            case Template() as template:
                text = (self._html if leaf.html else self._plain).render(template, values)
                return text if leaf.form == "text" else _formed(text, leaf)
            case Moment(variable=name, shift=shift):
                return _instant(name, values.get(name), shift, leaf.form)
            case Datum() as datum:
                return _datum(datum, leaf.form, values)
            case _:
                raise TypeError(f"the leaf `{leaf.name}` has neither a value nor a text")


def _instant(name: str, value: object, shift: int, form: str) -> str | None:
    if not isinstance(value, dt.datetime):
        return None
    try:
        moved = (value + dt.timedelta(seconds=shift)).astimezone(dt.UTC)
    except OverflowError:
        raise Unprintable(name, "moved by that is outside the calendar") from None
    if form == "timestamp":
        return str(int(moved.timestamp()))
    exact = "seconds" if form == "seconds" else "milliseconds"
    return f"{moved.replace(tzinfo=None).isoformat(timespec=exact)}Z"


def _datum(datum: Datum, form: str, values: Values) -> str | None:
    value = values.get(datum.variable) if datum.variable else datum.value
    if form == "timestamp" and isinstance(value, dt.datetime):
        return str(int(value.timestamp()))
    if form == "amount_1000" and isinstance(value, (Decimal, int)):
        return str(int(value * 1000))
    return None


def _formed(text: str, leaf: Leaf) -> Scalar:
    match leaf.form:
        case "number":
            return float(text) if "." in text else int(text)
        case "switch":
            return text == "true"
        case "alphabet":
            assert leaf.choices is not None
            plain, unicode = leaf.choices
            return plain if is_gsm(text) else unicode
        case _:
            return text
