"""The way back of `notice_words`: what a body's notices say, in the words of a spec. It must not know any channel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sendspec.channels.notices import CATEGORIES, OPENING, PLAIN, REPLIES
from sendspec.channels.said import Said, elements, some


def say_action(tree: Mapping[str, object], **more: object) -> Said | None:
    """The `open` line of a `notificationaction`, or of an entry of `actions`; None where it says none."""
    kind, given = tree.get("action"), tree.get("value")
    kind = "OPENWEBVIEW" if kind == "OPEN_WEBVIEW" else kind
    target = next((name for name, action in OPENING.items() if action == kind), None)
    if target is not None:
        return None if given is None else _said("open", (), {target: given, **more})
    return _said("open", (kind,), {"value": given, **more}) if kind == "OPEN_APP" else None


def say_interactive(tree: Mapping[str, object], devices: object = None, *, replies: bool = False) -> Said | None:
    """The `interactive` block of an object; `devices` are the `device_types` that need not be said, `replies` as in
    `interactive_word`."""
    category = tree.get("category")
    if not isinstance(category, str) or category not in (CATEGORIES if replies else PLAIN):
        return None
    listed = tree.get("device_types") if tree.get("device_types") != devices else None
    lines = some(*_lines(elements(tree.get("actions")), CATEGORIES[category], replies))
    return _said("interactive", (category,), {"pushref": tree.get("pushref"), "device_types": listed}, lines)


def _said(
    word: str, values: tuple[object, ...], options: Mapping[str, object], block: tuple[Said, ...] | None = None
) -> Said:
    given = {name: value for name, value in options.items() if value is not None}
    return Said(word, values, MappingProxyType(given), block)


def _lines(actions: list[Mapping[str, object]], words: tuple[str, ...], replies: bool) -> Iterator[Said | None]:
    for number, entry in enumerate(actions, 1):
        kind, pos, name = entry.get("action"), entry.get("pos"), entry.get("identifier")
        kind = _CURRENT.get(str(kind), kind)
        place = int(pos) if isinstance(pos, str) and pos in ("1", "2") else pos
        own = words[place - 1] if isinstance(place, int) and 0 < place <= len(words) else None
        more = {"pos": place if place != number else None, "identifier": name if replies and name != own else None}
        if kind == "SHARE" and entry.get("value") is not None:
            yield _said("share", (entry.get("value"),), more)
        elif kind == "DISMISS":
            yield _said("dismiss", (), more)
        elif (reply := next((word for word, value in REPLIES.items() if value == kind), None)) is not None:
            yield _said(reply, (), more) if replies else None
        elif kind != OPENING["html"]:
            yield say_action(entry, **more)


_CURRENT = MappingProxyType({"TRIVIAL_REPLIES": "TRIVIAL_REPLY", "IN_LINE_REPLY": "INLINE_REPLY"})
