"""What the notices on a screen share, whichever channel shows them: the action of a tap, and the buttons under them.

A channel says which categories and actions it takes and under which codes a fault is told. Shapes and checks are here;
words, builders and the way back are in `notice_words`. It must not know any channel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sendspec.channels.declare import (
    Array,
    Check,
    Fault,
    Form,
    Limit,
    Member,
    Number,
    Object,
    OneOf,
    Pointer,
    String,
    Variant,
    states,
    unless,
)
from sendspec.channels.filled import Filled, Made, Tree, known
from sendspec.channels.forms import WEB_URL
from sendspec.channels.keywords import Keywords, is_one_of, within
from sendspec.diagnostic import Severity
from sendspec.record import record
from sendspec.values.bounds import Unit

_SOURCE = "DEV/push-api"
_FEW = 17


def _words(category: str) -> tuple[str, ...]:
    """The words of a category, one for each of its places: the second word begins where the name says so."""
    number, _, rest = category.partition("_")
    if number == "SINGLE":
        return (rest,)
    parts = rest.split("_")
    first = {"PLAY": 2, "BUY": 2, "REPLY": len(parts) - 1}.get(parts[0], 1)
    return "_".join(parts[:first]), "_".join(parts[first:])


_NAMES = (
    "SINGLE_DISMISS", "SINGLE_OPEN", "SINGLE_SUBSCRIBE", "SINGLE_UNSUBSCRIBE", "SINGLE_SHARE", "SINGLE_DEEPLINK",
    "SINGLE_REPLY", "DOUBLE_YES_NO", "DOUBLE_ACCEPT_CANCEL", "DOUBLE_SHARE_CANCEL", "DOUBLE_SHOPNOW_CANCEL",
    "DOUBLE_LATER_NOW", "DOUBLE_PLAY_NOW_PLAY_LATER", "DOUBLE_OK_LEARN_MORE", "DOUBLE_SUBSCRIBE_UNSUBSCRIBE",
    "DOUBLE_BUY_NOW_BUY_LATER", "DOUBLE_LIKE_SHARE", "DOUBLE_REPLY_DISMISS", "DOUBLE_REPLY_NO_DISMISS",
    "DOUBLE_REPLY_YES_DISMISS", "DOUBLE_REPLY_YES_NO",
)  # fmt: skip
#: The categories of buttons, each with the words that name its buttons. The last four answer inside of an app.
CATEGORIES: Mapping[str, tuple[str, ...]] = MappingProxyType({name: _words(name) for name in _NAMES})
PLAIN = _NAMES[:_FEW]

OPENING: Mapping[str, str] = MappingProxyType(
    {"url": "OPEN_URL", "webview": "OPENWEBVIEW", "deeplink": "DEEPLINK", "html": "OPEN_HTML"}
)
ACTIONS = ("DISMISS", "OPEN_URL", "OPEN_APP", "DEEPLINK", "OPENWEBVIEW", "SHARE")
REPLIES: Mapping[str, str] = MappingProxyType({"trivial_reply": "TRIVIAL_REPLY", "inline_reply": "INLINE_REPLY"})
_WEBVIEW = Variant("OPEN_WEBVIEW", "OPENWEBVIEW", "C70")
_OLDER = (Variant("TRIVIAL_REPLIES", "TRIVIAL_REPLY", "C69"), Variant("IN_LINE_REPLY", "INLINE_REPLY", "C69"))
_LINKED = MappingProxyType({"pattern": r"^[A-Za-z][A-Za-z0-9+.-]*://\S+$"})
_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
_DIGITS = re.compile(r"-?[0-9]+")


@record()
class Codes:
    """The codes of a channel: `link` a deep link without its scheme, `target` an `open` without one target, `count`
    another number of buttons than the category has, `word` a button that is not named by its category."""

    link: str
    target: str
    count: str
    word: str


def _link(text: str) -> str | None:
    return None if _LINK.fullmatch(text) else "a deep link such as acme://visit/1"


def badge(code: str) -> Form:
    """The number on an app's icon, as text."""
    return Form(
        "a badge",
        code,
        lambda text: None if _DIGITS.fullmatch(text) else "a whole number as digits",
        kinds=frozenset({"int"}),
        schema=MappingProxyType({"pattern": "^-?[0-9]+$"}),
        help="write the number that the app's icon shows",
    )


def _values(code: str) -> dict[str, String]:
    """What the value of an action must be, by action."""
    form = Form(
        "a deep link",
        code,
        _link,
        kinds=frozenset({"url"}),
        schema=_LINKED,
        help="write the app's scheme, ://, and the rest",
    )
    address = String(form=WEB_URL)
    return {"OPEN_URL": address, "OPENWEBVIEW": address, "DEEPLINK": String(form=form), "OPEN_HTML": String()}


def notification_action(codes: Codes) -> OneOf:
    """`notificationaction`: what a tap on the notice opens; the app itself where nothing else is said."""
    names = (*OPENING.values(), "OPEN_APP")
    action = Member(String(choices=names, variants=(_WEBVIEW,)), source=f"{_SOURCE}, C70")
    checks = (_one_target(codes.target),)
    cases = {
        name: Object({"action": action, "value": Member(shape, True, source=_SOURCE)}, "an action", checks=checks)
        for name, shape in _values(codes.link).items()
    }
    default = Object({"action": action, "value": Member(String(), source=_SOURCE)}, "an action", checks=checks)
    return OneOf("action", cases, default)


def interactive(
    codes: Codes,
    devices: Member,
    *,
    categories: tuple[str, ...] = PLAIN,
    replies: bool = False,
    checks: tuple[Check, ...] = (),
) -> Object:
    """`interactive`: the buttons under the notice. `devices` is the member `device_types`; `replies`: answers written
    on the spot are taken, and names of buttons other than the category's words too, with a note (C69)."""
    members = {
        "device_types": devices,
        "pushref": Member(String(), source=_SOURCE),
        "category": Member(String(choices=categories), True, source=_SOURCE),
        "actions": Member(Array(_button(codes, replies)), True, source=_SOURCE),
    }
    severity = Severity.NOTE if replies else Severity.ERROR
    return Object(members, "`interactive`", checks=(_fits(codes, severity), *checks))


def _button(codes: Codes, replies: bool) -> OneOf:
    names = (*ACTIONS, *REPLIES.values()) if replies else ACTIONS
    variants = (_WEBVIEW, *_OLDER) if replies else (_WEBVIEW,)
    pos = Number(1, 2, whole=True, text="C61")
    base = {
        "pos": Member(pos, True, source=f"{_SOURCE}, C61"),
        "action": Member(String(choices=names, variants=variants), True, source=f"{_SOURCE}, C69, C70"),
        "identifier": Member(String(), True, source=_SOURCE),
        "value": Member(String(), source=_SOURCE),
    }
    shapes = {**{name: shape for name, shape in _values(codes.link).items() if name in names}, "SHARE": String()}
    checks = (_one_target(codes.target),)
    cases = {
        name: Object({**base, "value": Member(shape, True, source=_SOURCE)}, "an action", checks=checks)
        for name, shape in shapes.items()
    }
    return OneOf("action", cases, Object(base, "an action", checks=checks))


def device_types(required: bool, checks: tuple[Check, ...] = ()) -> Member:
    """The devices whose notices get the buttons."""
    limit = Limit("API002", _SOURCE, least=1, unit=Unit.ITEMS)
    return Member(Array(String(choices=("android", "ios")), (limit,), checks), required, source=f"{_SOURCE}, C68")


def _one_target(code: str) -> Check:
    """A spec's `open` names one thing that opens; a body cannot say it otherwise."""

    @unless("True")
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        origin = value.origin if isinstance(value, Made) else None
        if not isinstance(origin, Filled) or origin.word.name != "open":
            return
        targets = [slot.name for slot in (*origin.word.positional, *origin.word.options) if slot.name in _TARGETS]
        given = [name for name in targets if origin.get(name) is not None]
        if len(given) != 1:
            listed = ", ".join(f"`{name}`" for name in targets)
            said = " and ".join(f"`{name}`" for name in given) or "nothing"
            yield Fault(code, Severity.ERROR, f"`open` names {said}; it takes one of {listed}", at, None, value)
        elif "app" not in given and origin.get("value") is not None:
            said = f"`value` beside `{given[0]}`; it goes with `app` only"
            yield Fault(code, Severity.ERROR, said, at, "leave it out", origin.get("value"))

    return check


_TARGETS = ("app", *OPENING)


#: What the actions of a category say of their places and words, where they say it in full.
_RIGHT = {name: list(enumerate(words, 1)) for name, words in CATEGORIES.items()}


def _counted(most: int) -> Keywords:
    """A category of so many words has as many actions."""
    names = [name for name, words in CATEGORIES.items() if len(words) == most]
    return {"if": is_one_of("category", *names), "then": within(("actions",), {"minItems": most, "maxItems": most})}


def _fits(codes: Codes, severity: Severity) -> Check:
    """The buttons are as many as the category has words, each at its place and named by the word of it."""

    @unless("[(one.get('pos'), one.get('identifier')) for one in it['actions']] == right[it['category']]", right=_RIGHT)
    @states({"allOf": [_counted(1), _counted(2)]})
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        category, actions = (value.get("category"), value.get("actions")) if isinstance(value, dict) else (None, None)
        name = known(category)
        words = CATEGORIES.get(name) if isinstance(name, str) else None
        if words is None or not isinstance(actions, list):
            return
        if len(actions) != len(words):
            said = f"{_buttons(len(actions))}; {name} has {_buttons(len(words))}"
            help = "give each of its places one action, or take another category"
            yield Fault(codes.count, Severity.ERROR, said, (*at, "actions"), help, value)
            return
        yield from _each(actions, words, str(name), (*at, "actions"))

    def _each(actions: list[Tree], words: tuple[str, ...], name: str, at: Pointer) -> Iterator[Fault]:
        taken: set[int] = set()
        for number, action in enumerate(actions):
            pos = place_of(action.get("pos")) if isinstance(action, dict) else None
            if not isinstance(action, dict) or pos not in (1, 2):
                continue
            if pos in taken or pos > len(words):
                said = f"pos is {pos} once more" if pos in taken else f"pos is {pos}; {name} has one place"
                help = "number the actions from 1"
                yield Fault(codes.count, Severity.ERROR, said, (*at, number, "pos"), help, action.get("pos"))
                continue
            taken.add(pos)
            yield from _named(action, words[pos - 1], name, (*at, number, "identifier"))

    def _named(action: Mapping[str, Tree], word: str, name: str, at: Pointer) -> Iterator[Fault]:
        said = known(action.get("identifier"))
        if not isinstance(said, str) or not said or said == word:
            return
        told = f'identifier is "{said[:40]}"; {name} has "{word}" at this place'
        told += "" if severity is Severity.ERROR else " (C69)"
        yield Fault(codes.word, severity, told, at, f"write `{word}`", action.get("identifier"))

    return check


def _buttons(count: int) -> str:
    return "no action" if count == 0 else "one action" if count == 1 else f"{count} actions"


def place_of(value: Tree) -> int | None:
    """The place that an action states, as a number or as its digit (C61)."""
    said = known(value)
    if isinstance(said, str) and said in ("1", "2"):
        return int(said)
    return int(said) if isinstance(said, (int, float)) and not isinstance(said, bool) and said == int(said) else None


__all__ = [
    "ACTIONS",
    "CATEGORIES",
    "OPENING",
    "PLAIN",
    "REPLIES",
    "Codes",
    "badge",
    "device_types",
    "interactive",
    "notification_action",
    "place_of",
]
