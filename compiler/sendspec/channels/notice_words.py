"""How a spec writes what the notices on a screen share: `open …`, `interactive CATEGORY { … }`.

The shapes of both are in `notices`. It must not know any channel.
"""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Slot, Takes, Word
from sendspec.channels.filled import Filled, Made, Tree, known
from sendspec.channels.notices import CATEGORIES, OPENING, PLAIN, REPLIES, place_of

_APP = Slot("app", Takes.CHOICE, required=False, choices=MappingProxyType({"app": "OPEN_APP"}), about="the app itself")
_ABOUT = {
    "url": "an address, in the browser",
    "webview": "an address, inside the app",
    "deeplink": "a place in an app, `scheme://…`",
    "html": "a page, stated here",
}
_TARGETS = {
    name: Slot(name, Takes.TEXT, required=False, html=name == "html", about=about) for name, about in _ABOUT.items()
}
_VALUE = Slot("value", Takes.TEXT, required=False, about="a value beside `app`")
_AT = Slot("pos", Takes.NUMBER, required=False, about="the button's place, where it is not that of the line")
_NAME = Slot("identifier", Takes.TEXT, required=False, fixed=True, about="its name, where it is not the category's")
_PUSHREF = Slot("pushref", Takes.TEXT, required=False, about="a reference of your own, in the receipts of a tap")
_DEVICES = Slot(
    "device_types",
    Takes.CHOICES,
    required=False,
    choices=MappingProxyType({"android": "android", "ios": "ios"}),
    about="the devices whose notices get the buttons; unless stated, those that the message has",
)

#: What a tap on a notice opens.
OPEN = Word("open", (_APP,), (*_TARGETS.values(), _VALUE), about="what a tap opens; the app itself unless stated")


def interactive_word(categories: tuple[str, ...] = PLAIN, *, devices: bool = True, replies: bool = False) -> Word:
    """The buttons under a notice. `replies`: answers written on the spot, and names of the writer's own (see
    `notices.interactive`)."""
    more = (_NAME, _AT) if replies else (_AT,)
    targets = tuple(slot for name, slot in _TARGETS.items() if name != "html")
    about = "what a button opens; the lines stand in the order of the buttons"
    buttons = [
        Word("open", (_APP,), (*targets, _VALUE, *more), most=None, about=about),
        Word("share", (Slot("text", Takes.TEXT),), more, most=None, about="a button that shares a text"),
        Word("dismiss", (), more, most=None, about="a button that takes the notice away"),
    ]
    if replies:
        buttons += [Word(name, (), more, most=None, about="a button that answers on the spot") for name in REPLIES]
    return Word(
        "interactive",
        (Slot("category", Takes.CHOICE, choices=MappingProxyType({name: name for name in categories})),),
        (_PUSHREF, _DEVICES) if devices else (_PUSHREF,),
        block=tuple(buttons),
        about="one or two buttons under the notice; the category names them",
    )


def action(opens: Filled | None, **more: Tree) -> Made | None:
    """The `notificationaction` of an `open` line, or an entry of `actions` with `more` members."""
    if opens is None:
        return None
    target = next((name for name in OPENING if opens.get(name) is not None), None)
    if target is not None:
        return Made(opens, action=OPENING[target], value=opens.get(target), **more)
    return Made(opens, action=opens.get("app") or "OPEN_APP", value=opens.get("value"), **more)


def interactive_made(filled: Filled, devices: list[Tree] | None = None) -> Made:
    """The object `interactive`; `devices` are the `device_types` where the spec names none."""
    category = filled.first()
    words = CATEGORIES.get(str(known(category)), ())
    actions: list[Tree] = [_button(line, number, words) for number, line in enumerate(filled.children, 1)]
    return Made(
        filled,
        category=category,
        pushref=filled.get("pushref"),
        device_types=filled.many("device_types") or devices or None,
        actions=actions,
    )


def _button(line: Filled, number: int, words: tuple[str, ...]) -> Tree:
    pos = line.get("pos")
    place = place_of(pos) if pos is not None else number
    own = words[min(max(place or 1, 1), len(words)) - 1] if words else None
    more: dict[str, Tree] = {"identifier": line.get("identifier") or own, "pos": pos if pos is not None else number}
    match line.word.name:
        case "open":
            return action(line, **more)
        case "share":
            return Made(line, action="SHARE", value=line.first(), **more)
        case "dismiss":
            return Made(line, action="DISMISS", **more)
        case name:
            return Made(line, action=REPLIES[name], **more)
