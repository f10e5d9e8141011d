"""The arguments of filters: how many, of which kind, and whether zones and patterns are what they should be."""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.diagnostic import Severity
from sendspec.nearest import did_you_mean
from sendspec.templates.catalogue import FILTERS, Argument
from sendspec.templates.filters import STYLES
from sendspec.templates.pattern import PATTERN, faults
from sendspec.templates.spread import Scope
from sendspec.templates.tree import Constant, Filter, Name, Problem
from sendspec.values.types import Kind

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object

ARGUMENT, ZONE = "TXT006", "TXT011"

_KINDS = {"local": Kind.DATETIME, "date": Kind.DATE, "time": Kind.TIME}
MOST_PLACES = 9


class Placed(Protocol):
    """A node of a text's tree: it has a place."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def error(code: str, message: str, at: Placed, help: str | None = None) -> Problem:
    """An error at a node."""
    return Problem(code, Severity.ERROR, message, at.start, at.end, help)


def argument_faults(each: Filter, scope: Scope) -> Iterator[Problem]:
    """What is wrong with a filter's arguments; the names among them are known."""
    signature = FILTERS[each.name]
    wanted, given = signature.arguments, each.arguments
    if not len(wanted) - signature.optional <= len(given) <= len(wanted):
        takes = " and ".join(argument.called for argument in wanted) or "no argument"
        count = len(given) or "none"
        yield error(ARGUMENT, f"`{each.name}` takes {takes}; {count} given", each, f"write `{signature.example}`")
        return
    for argument, value in zip(wanted, given, strict=False):
        yield from _fault(each, argument, value, scope)


def _fault(each: Filter, argument: Argument, value: Name | Constant, scope: Scope) -> Iterator[Problem]:
    constant = value.value if isinstance(value, Constant) else None
    match argument.kind:
        case "zone" if isinstance(constant, str):
            yield from _zone(constant, value)
        case "zone" if isinstance(value, Name) and _is_zone(value, scope):
            return
        case "pattern" if isinstance(constant, str) and isinstance(value, Constant):
            yield from _pattern(each, constant, value)
        case "places" if _whole(constant, 0, MOST_PLACES):
            return
        case "count" if _whole(constant, 1, 1_000_000):
            return
        case "value":
            return
        case _:
            said = f"`{value.text}`" if isinstance(value, Name) else _written(constant)
            yield error(ARGUMENT, f"{said} stands where `{each.name}` takes {argument.called}", value,
                        f"write `{FILTERS[each.name].example}`")  # fmt: skip


def _written(constant: object) -> str:
    return f'"{constant}"' if isinstance(constant, str) else f"`{constant}`"


def _whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_zone(name: Name, scope: Scope) -> bool:
    known = scope[name.text]
    return not isinstance(known, str) and known.kind is Kind.TIMEZONE


def _zone(name: str, at: Placed) -> Iterator[Problem]:
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        help = did_you_mean(name, available_timezones()) or "names are those of the IANA list, as `Europe/London`"
        yield error(ZONE, f'"{name}" is no time zone', at, help)


def _pattern(each: Filter, pattern: str, at: Constant) -> Iterator[Problem]:
    if each.name != "local" and pattern in STYLES:
        if each.name == "time" and pattern in ("long", "full"):
            yield error(PATTERN, f'"{pattern}" tells the zone, and a time has none', at, "write `time('medium')`")
        return
    exact = at.end - at.start == len(pattern) + 2  # no escape: the pattern stands in the text as it is
    for fault in faults(pattern, _KINDS[each.name]):
        start = at.start + 1 + fault.start if exact else at.start
        end = at.start + 1 + fault.end if exact else at.end
        yield Problem(fault.code, fault.severity, fault.message, start, end, fault.help)
