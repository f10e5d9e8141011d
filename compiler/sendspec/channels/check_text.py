"""The walk's step for a string: its lengths, its choices, its form; of a personal text, what its bounds and its
beginning tell.

Where a text comes from does not matter here.
"""

from __future__ import annotations

from collections.abc import Callable

from sendspec.channels.declare import Fault, Limit, String
from sendspec.channels.filled import Leaf, Tree
from sendspec.channels.trail import Trail, counted, fault, shown, sized, subject, wrong_type
from sendspec.diagnostic import Severity
from sendspec.nearest import did_you_mean
from sendspec.values.bounds import Extent, Unit

#: How many of a unit one character can be.
_WIDEST = {Unit.CHARACTERS: 1, Unit.ITEMS: 1, Unit.BYTES: 4, Unit.SEPTETS: 2, Unit.UNITS: 2}


def string(shape: String, taker: str, required: bool) -> Callable[[Tree, Trail, list[Fault]], None]:
    """The step for one declared string."""
    quick = min(
        (limit.most // _WIDEST[limit.unit] for limit in shape.limits if limit.most is not None), default=1 << 62
    )
    floor = max((limit.least for limit in shape.limits), default=0)
    allowed, form, empty = frozenset(shape.choices), shape.form, shape.empty
    test = form.test if form else None
    remark = form.remark if form else None

    def judge(text: str, value: Tree, trail: Trail, out: list[Fault]) -> None:
        if not text and not empty:
            if required:
                out.append(
                    fault(
                        "API005",
                        Severity.ERROR,
                        f"{subject(trail, value)} is empty; {taker} needs a value",
                        trail,
                        value,
                        "give it a value",
                    )
                )
            return
        if not floor <= len(text) <= quick:
            _limits(shape, taker, lambda unit: _extent(text, unit), value, trail, out)
        if allowed and text not in allowed:
            _choice(shape, taker, text, value, trail, out)
        if test is not None and (expected := test(text)) is not None:
            out.append(_formless(shape, expected, text, value, trail))
        elif remark is not None and (found := remark(text)) is not None:
            said = f"{subject(trail, value)} {found.message}"
            out.append(fault(found.code, found.severity, said, trail, value, found.help))

    def run(value: Tree, trail: Trail, out: list[Fault]) -> None:
        if type(value) is str:
            judge(value, value, trail, out)
        elif isinstance(value, Leaf):
            if isinstance(value.value, str):
                judge(value.value, value, trail, out)
            elif value.value is None:
                _personal(shape, taker, value, trail, out)
            else:
                out.append(wrong_type("a text", value, trail))
        elif shape.number and isinstance(value, (int, float)) and not isinstance(value, bool):
            said = f"{subject(trail)} is a number; the compiler writes a text ({shape.number})"
            out.append(fault("API007", Severity.NOTE, said, trail, None, "put it in quotes"))
        else:
            out.append(wrong_type("a text", value, trail))

    return run


def _extent(text: str, unit: Unit) -> Extent:
    """How long a text is."""
    match unit:
        case Unit.BYTES:
            size = len(text.encode("utf-8", "surrogatepass"))
        case Unit.UNITS:
            size = len(text.encode("utf-16-le", "surrogatepass")) // 2
        case _:
            size = len(text)
    return Extent(size, size)


def _limits(
    shape: String, taker: str, extent: Callable[[Unit], Extent | None], value: Tree, trail: Trail, out: list[Fault]
) -> None:
    """Tells of the worst limit that a length breaks."""
    broken: list[tuple[int, int, Limit, Extent]] = []
    for limit in shape.limits:
        size = extent(limit.unit)
        if size is not None and ((limit.most is not None and size.most > limit.most) or size.most < limit.least):
            broken.append((tuple(Severity).index(limit.severity), -(limit.most or 0), limit, size))
    if broken:
        *_, limit, size = min(broken, key=lambda entry: entry[:2])
        out.append(_broken(limit, size, taker, value, trail))


def _broken(limit: Limit, size: Extent, taker: str, value: Tree, trail: Trail) -> Fault:
    personal = isinstance(value, Leaf) and value.personal
    if limit.most is not None and size.most > limit.most:
        by = limit.says or f"{taker} takes"
        stricter = " by the stricter of its pages" if limit.severity is not Severity.ERROR and not limit.says else ""
        said = f"{by} {counted(limit.most)}{stricter}"
        help = (
            "shorten it, or lower the `max` of its variables"
            if personal
            else f"shorten it by {counted(size.most - limit.most, limit.unit)}"
        )
    else:
        said, help = f"{taker} takes at least {counted(limit.least)}", "make it longer"
    message = f"{subject(trail, value)} is {sized(size, personal, limit.unit)}; {said}"
    return fault(limit.code, limit.severity, message, trail, value, help)


def _choice(shape: String, taker: str, text: str, value: Tree, trail: Trail, out: list[Fault]) -> None:
    name = subject(trail, value)
    for variant in shape.variants:
        if variant.given == text or (shape.fold and variant.given.lower() == text.lower()):
            said = f"{name} {shown(text)} is another form of {shown(variant.current)} ({variant.why})"
            out.append(fault("API007", variant.severity, said, trail, value, f"write {shown(variant.current)}"))
            return
    folded = next((choice for choice in shape.choices if choice.lower() == text.lower()), None)
    if shape.fold and folded is not None:
        said = f"{name} {shown(text)} is another form of {shown(folded)}"
        out.append(fault("API007", Severity.NOTE, said, trail, value, f"write {shown(folded)}"))
        return
    listed = ", ".join(shown(choice) for choice in shape.choices[:12]) + (", …" if len(shape.choices) > 12 else "")
    message = f"{name} is {shown(text)}; {taker} takes {listed}"
    out.append(fault(shape.choice_code, Severity.ERROR, message, trail, value, did_you_mean(text, shape.choices)))


def _formless(shape: String, expected: str, text: str, value: Tree, trail: Trail) -> Fault:
    form = shape.form
    assert form is not None
    name = subject(trail, value)
    # An address of the web can hold what only its owner should see: its beginning is enough.
    seen = text if not form.opening else text.split("://")[0] + "://…" if "://" in text else text
    message = f"{name} is not {expected}" if form.personal else f"{name} is {shown(seen)}; expected {expected}"
    return fault(form.code, Severity.ERROR, message, trail, value, form.help)


def _personal(shape: String, taker: str, leaf: Leaf, trail: Trail, out: list[Fault]) -> None:
    """What is certain about a text that hangs on the person."""
    if shape.limits:
        _limits(shape, taker, leaf.extent, leaf, trail, out)
    form = shape.form
    if form is None or form.opening is None or not leaf.opening or leaf.kind in form.kinds:
        return
    if (expected := form.opening(leaf.opening)) is not None:
        out.append(_formless(shape, expected, leaf.opening, leaf, trail))
