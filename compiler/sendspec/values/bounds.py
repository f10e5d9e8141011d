"""How short and how long a text can be, in every unit that a channel counts in.

Bounds are added when texts are joined and merged when either may stand. They must not know what a text says.
"""

from __future__ import annotations

from enum import Enum

from sendspec.record import NamedTuple, record


class Unit(Enum):
    """What a limit counts. `value` is the word of a message to people."""

    CHARACTERS = "characters"  # Unicode code points
    BYTES = "bytes"  # of UTF-8
    SEPTETS = "septets"  # of GSM 03.38, an extension character being two
    UNITS = "UTF-16 units"  # what UCS-2 SMS counts
    ITEMS = "items"  # of a list


class Extent(NamedTuple):
    """A smallest and a largest number, both included."""

    least: int
    most: int


@record()
class Bounds:
    """The extents of a text. `gsm`: True, every such text is GSM 03.38; False, none is; None, it hangs on the values.

    `septets` is meaningful for those that are GSM 03.38.
    """

    characters: Extent
    octets: Extent
    septets: Extent
    units: Extent
    gsm: bool | None = True

    def __add__(self, other: Bounds) -> Bounds:
        """The bounds of this text followed by the other."""
        gsm = False if False in (self.gsm, other.gsm) else None if None in (self.gsm, other.gsm) else True
        return Bounds(
            _add(self.characters, other.characters), _add(self.octets, other.octets),
            _add(self.septets, other.septets), _add(self.units, other.units), gsm,
        )  # fmt: skip

    def __or__(self, other: Bounds) -> Bounds:
        """The bounds of a text that is either of the two."""
        gsm = self.gsm if self.gsm is other.gsm else None
        septets = _span(self.septets, other.septets)
        if gsm is None and False in (self.gsm, other.gsm):  # only one of the two has texts whose septets count
            septets = other.septets if self.gsm is False else self.septets
        return Bounds(
            _span(self.characters, other.characters), _span(self.octets, other.octets), septets,
            _span(self.units, other.units), gsm,
        )  # fmt: skip

    def of(self, unit: Unit) -> Extent:
        """The extent in one unit."""
        match unit:
            case Unit.BYTES:
                return self.octets
            case Unit.SEPTETS:
                return self.septets
            case Unit.UNITS:
                return self.units
            case _:
                return self.characters


def _add(a: Extent, b: Extent) -> Extent:
    return Extent(a.least + b.least, a.most + b.most)


def _span(a: Extent, b: Extent) -> Extent:
    return Extent(min(a.least, b.least), max(a.most, b.most))


NOTHING = Bounds(Extent(0, 0), Extent(0, 0), Extent(0, 0), Extent(0, 0), True)
