"""What a walk over a request has to say at one place: the faults of `check`, in words.

It must not know any shape's members, only the place and the value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sendspec.channels.declare import Fault, Pointer
from sendspec.channels.filled import Leaf, Made, Tree, known
from sendspec.diagnostic import Severity
from sendspec.nearest import nearest
from sendspec.values.bounds import Extent, Unit

#: The way from the root to a place, the last key first: cheap to extend, made a pointer only when there is a fault.
Trail = tuple["Trail", str | int] | None

_SINGULAR = {
    "characters": "character",
    "bytes": "byte",
    "septets": "septet",
    "UTF-16 units": "UTF-16 unit",
    "items": "item",
}


def pointer(trail: Trail) -> Pointer:
    """The trail as a pointer."""
    keys: list[str | int] = []
    while trail is not None:
        trail, key = trail
        keys.append(key)
    return tuple(reversed(keys))


def start(at: Pointer) -> Trail:
    """The pointer as a trail."""
    trail: Trail = None
    for key in at:
        trail = (trail, key)
    return trail


def subject(trail: Trail, value: object = None) -> str:
    """What a message calls the value: the writer's own word for it, else its key (of an element, its list's)."""
    if isinstance(value, Leaf) and value.name:
        return value.name
    while trail is not None:
        trail, key = trail
        if isinstance(key, str):
            return safe(key)
    return "the request"


def counted(number: float, unit: Unit | None = None) -> str:
    """A number with thin grouping, and its unit: "1 602 characters"."""
    shown = f"{number:,}".replace(",", " ")
    if unit is None:
        return shown
    return f"{shown} {_SINGULAR[unit.value] if number == 1 else unit.value}"


def kind(value: Tree) -> str:
    """How a message calls the type of a value."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return "a text" if value else "an empty text"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "an object"
        case Leaf():
            return kind(value.value) if isinstance(value.value, (str, int, float)) else f"a {value.form}"
        case _:
            return "null"


def safe(text: str) -> str:
    """A text as a message may hold it: cut when it is long, control characters as escapes."""
    printed = text if text.isprintable() else text.encode("unicode_escape", "backslashreplace").decode("ascii")
    return printed if len(printed) <= 48 else f"{printed[:45]}…"


def shown(value: str) -> str:
    """A value in quotes."""
    return f'"{safe(value)}"'


def fault(
    code: str,
    severity: Severity,
    message: str,
    trail: Trail,
    value: object = None,
    help: str | None = None,
    key: bool = False,
) -> Fault:
    """A fault at a place; its origin is the value when that knows the spec. `key`: the place's key is wrong."""
    origin = value if isinstance(value, (Leaf, Made)) else None
    return Fault(code, severity, message, pointer(trail), help, origin, key)


def wrong_type(expected: str, value: Tree, trail: Trail) -> Fault:
    """A value of another type than its place takes."""
    return fault(
        "API003", Severity.ERROR, f"{subject(trail, value)} is {kind(value)}; expected {expected}", trail, value
    )


def sized(extent: Extent, personal: bool, unit: Unit) -> str:
    """The length of a value in words: "up to 63 characters" where it hangs on the person."""
    return (
        f"up to {counted(extent.most, unit)}"
        if personal and extent.least != extent.most
        else counted(extent.most, unit)
    )


def lacking(value: Tree, key: str, at: Pointer) -> Pointer | None:
    """Where a member that must be there is missed: at its empty text, else at its object. None: it is there.

    A value of another type counts as there, because its own finding tells of it.
    """
    if not isinstance(value, dict) or key not in value:
        return at
    return (*at, key) if known(value[key]) == "" else None


def spelling(key: str, known: Iterable[str]) -> tuple[str | None, str | None]:
    """The known key that another key was meant to be, and the help line that says so."""
    names = list(known)
    name, help = same(key, names)
    if name is None and (name := nearest(key, names)) is not None:
        help = f"did you mean `{name}`?"
    return name, help


def same(key: str, known: Iterable[str]) -> tuple[str | None, str | None]:
    """The known key that differs from another in case, blanks and dashes alone, and the help line that says so."""
    bare = _bare(key)
    name = next((name for name in known if _bare(name) == bare), None)
    return name, f"the key is spelt `{name}`" if name else None


def misspelt(value: Mapping[str, Tree], known: Collection[str], name: str) -> bool:
    """Whether a key that an object does not know was meant to be this member: told of already."""
    absent = [one for one in known if one not in value]
    return any(spelling(key, absent)[0] == name for key in value if key not in known)


def _bare(key: str) -> str:
    return key.replace("_", "").replace("-", "").replace(" ", "").lower()
