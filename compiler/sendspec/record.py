"""Frozen, slotted records: what `@dataclass(frozen=True, slots=True)` gives, at a tenth of its time at import.

Every run of lint makes some seventy of these classes, and dataclasses alone would take it longer than all of its work.
Type checkers know a record as a dataclass; this module must not know what any record is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter, itemgetter
from types import FunctionType

from sendspec.record_fill import FILLS

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any, TypeVar, dataclass_transform
    from typing import NamedTuple as NamedTuple

    T = TypeVar("T")
else:

    def dataclass_transform(**_known):
        return lambda decorator: decorator

    # What typing's gives, at a seventh of its time: `collections.namedtuple` compiles code for every class.

    class _Named(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            names = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in names if field in body}
            own = {"__slots__": (), "_fields": names, "__match_args__": names, "_field_defaults": defaults}
            getters = {field: property(itemgetter(at)) for at, field in enumerate(names)}
            return type(name, (tuple,), {**_TUPLE, **getters, **body, **own, "__new__": _new(name, names, defaults)})

    class NamedTuple(metaclass=_Named):
        """The base of a class of named tuples."""


class _Fresh:
    """A default that is made anew for each record."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory


def field(*, default_factory: Callable[[], Any]) -> Any:
    """A field whose default is made anew for each record."""
    return _Fresh(default_factory)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, eq: bool = True, frozen: bool = True) -> Callable[[type[T]], type[T]]:
    """Makes a class a record of its annotated names. Without `eq`, each record equals only itself."""

    def make(cls: type[T]) -> type[T]:
        names = tuple(cls.__annotations__)
        body = dict(vars(cls))
        defaults = {name: body.pop(name) for name in names if name in body}
        for slot in ("__dict__", "__weakref__"):
            body.pop(slot, None)
        body |= {"__slots__": names, "__match_args__": names, "__qualname__": cls.__qualname__}
        body |= {"__repr__": _shown, "__getstate__": values, "__setstate__": _restore}
        if eq:
            body |= _by_value(names)
        if eq and not frozen:
            body["__hash__"] = None
        if frozen:
            body |= {"__setattr__": _refuse, "__delattr__": _refuse}
        made: Any = type(cls.__name__, cls.__bases__, body)
        made.__init__ = _init(made, names, defaults)
        return made  # type: ignore[no-any-return]

    return make


def values(record: object) -> tuple[object, ...]:
    """The values of a record's fields, in order."""
    return tuple([getattr(record, name) for name in type(record).__match_args__])  # type: ignore[attr-defined]


def replace(record: T, /, **changes: object) -> T:
    """A copy of a record with other values for some fields."""
    cls: Any = type(record)
    kept = [changes.pop(name) if name in changes else getattr(record, name) for name in cls.__match_args__]
    return cls(*kept, **changes)  # type: ignore[no-any-return]


def _init(made: Any, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., None]:
    """The `__init__` of a record. It fills the slots by their own setters, past the refusal of a frozen record."""
    _in_order(made.__name__, names, defaults)
    setters = {f"set{at}": _setter(vars(made)[name].__set__, defaults.get(name)) for at, name in enumerate(names)}
    code = FILLS[len(names)].__code__.replace(co_varnames=("self", *names))
    return FunctionType(code, setters, "__init__", tuple(defaults.values()))


def _setter(put: Callable[[object, object], None], default: object) -> Callable[[object, object], None]:
    if not isinstance(default, _Fresh):
        return put
    return lambda record, value: put(record, value.factory() if isinstance(value, _Fresh) else value)


def _new(name: str, names: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., Any]:
    """The `__new__` of a named tuple."""
    _in_order(name, names, defaults)

    def new(cls: Any, /, *given: Any, **named: Any) -> Any:
        if named or len(given) != len(names):
            given = _arranged(name, names, defaults, given, named)
        return tuple.__new__(cls, given)

    return new


def _in_order(name: str, names: tuple[str, ...], defaults: dict[str, object]) -> None:
    if names[len(names) - len(defaults) :] != tuple(defaults):
        raise TypeError(f"{name}: a field without a default follows one with a default")


def _arranged(
    name: str, names: tuple[str, ...], defaults: dict[str, object], given: tuple[object, ...], named: dict[str, object]
) -> tuple[object, ...]:
    """The values of all fields, out of those given by place, those given by name, and the defaults."""
    known = {**defaults, **dict(zip(names, given, strict=False)), **named}
    if len(given) > len(names) or not named.keys().isdisjoint(names[: len(given)]) or known.keys() != {*names}:
        raise TypeError(f"{name} takes {names}; given are {len(given)} by place and {tuple(named)} by name")
    return tuple([known[field] for field in names])


def _replaced(self: Any, /, **changes: object) -> Any:
    kept = {**dict(zip(self._fields, self, strict=True)), **changes}
    if len(kept) != len(self):
        raise TypeError(f"{type(self).__name__} has no field {', '.join(kept.keys() - set(self._fields))}")
    return type(self)(**kept)


def _made_of(cls: Any, values: Iterable[object]) -> Any:
    return tuple.__new__(cls, values)


def _named_shown(self: Any) -> str:
    pairs = zip(self._fields, self, strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"


_TUPLE: dict[str, Any] = {
    "_replace": _replaced,
    "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
    "_make": classmethod(_made_of),
    "__repr__": _named_shown,
    "__getnewargs__": lambda self: tuple(self),
}


def _shown(self: object) -> str:
    cls: Any = type(self)
    pairs = zip(cls.__match_args__, values(self), strict=True)
    return f"{cls.__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"


def _by_value(names: tuple[str, ...]) -> dict[str, object]:
    """Equality and hash by the values of all fields."""
    of = attrgetter(*names)

    def equal(self: object, other: object) -> bool:
        return of(self) == of(other) if type(other) is type(self) else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(of(self))}


def _refuse(self: object, name: str, *_value: object) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} is fixed")


def _restore(self: object, state: tuple[object, ...]) -> None:
    for name, value in zip(type(self).__match_args__, state, strict=True):  # type: ignore[attr-defined]
        object.__setattr__(self, name, value)
