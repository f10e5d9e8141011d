"""What several members of a push request say together. A check sees an object of a body or of a spec.

How a fault is printed, and which limits single values have, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendspec.channels.declare import Check, Fault, Pointer, about, states, unless
from sendspec.channels.filled import Filled, Leaf, Made, Tree, known, stated
from sendspec.channels.keywords import Keywords
from sendspec.channels.trail import kind, misspelt, safe
from sendspec.diagnostic import Severity

_PLATFORMS = ("android", "ios", "web")
#: The platform that shows notices at an address of a device, and its browser.
_SHOWN = {
    "android_pushid": ("android", ""),
    "hms_pushid": ("android", ""),
    "ios_pushid": ("ios", ""),
    "chrome_pushid": ("web", "chrome"),
    "firefox_pushid": ("web", "firefox"),
    "safari_pushid": ("web", "safari"),
}


@unless("'android' in it or 'ios' in it or 'web' in it")
@states({"anyOf": [{"required": [name]} for name in _PLATFORMS]})
def has_platform(value: Tree, at: Pointer) -> Iterator[Fault]:
    """There is a notice for one platform at least."""
    if not isinstance(value, dict) or any(name in value for name in _PLATFORMS):
        return
    if any(misspelt(value, (*_PLATFORMS, "interactive"), name) for name in _PLATFORMS):
        return
    said = "push has none of `android`, `ios` and `web`; it takes one of them at least"
    help = "add the notice of a platform: `android { text … }`"
    yield Fault("PSH002", Severity.ERROR, said, at, help if isinstance(value, Made) else "add `android`", value)


@about("interactive")
@unless("not [device for device in it['interactive'].get('device_types', ()) if device not in it]")
def devices_have_notices(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Buttons stand under a notice that is there."""
    buttons = value.get("interactive") if isinstance(value, dict) else None
    devices = buttons.get("device_types") if isinstance(buttons, dict) else None
    if not isinstance(value, dict) or not isinstance(devices, list) or not any(key in value for key in _PLATFORMS):
        return
    if _for_nobody(value, buttons):
        said = "buttons stand under the notice of a phone, and this message has none"
        help = "add `android { text … }` or `ios { text … }`, or take the buttons out"
        yield Fault("PSH015", Severity.ERROR, said, (*at, "interactive"), help, buttons)
        return
    for number, device in enumerate(devices):
        name = known(device)
        if isinstance(name, str) and name in ("android", "ios") and name not in value:
            said = f"the buttons are for {name}, which gets no notice here"
            place = (*at, "interactive", "device_types", number)
            yield Fault("PSH015", Severity.WARNING, said, place, f"add `{name}`, or take it out", device)


def _for_nobody(push: Mapping[str, Tree], buttons: Tree) -> bool:
    """Whether a spec has buttons for the phones that get a notice, and none of them gets one."""
    origin = buttons.origin if isinstance(buttons, Made) else None
    return origin is not None and not origin.many("device_types") and push.keys().isdisjoint(("android", "ios"))


@unless("shown.isdisjoint([key for one in it['destination'] for key in one])", shown=frozenset(_SHOWN))
def devices_are_addressed(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Each device that the request goes to has a notice of its platform."""
    channels = value.get("channels") if isinstance(value, dict) else None
    push = channels.get("push") if isinstance(channels, dict) else None
    people = value.get("destination") if isinstance(value, dict) else None
    if not isinstance(push, dict) or not isinstance(people, list) or not any(key in push for key in _PLATFORMS):
        return
    web = push.get("web")
    browsers = web.get("platform_types") if isinstance(web, dict) else None
    shown = [known(each) for each in browsers] if isinstance(browsers, list) else None
    told: set[str] = set()
    for number, person in enumerate(people):
        for key in person if isinstance(person, dict) else ():
            platform, browser = _SHOWN.get(key, ("", ""))
            if not platform or key in told:
                continue
            lacks = platform if platform not in push else browser if browser and shown and browser not in shown else ""
            if lacks:
                told.add(key)
                said = f"`{key}` is addressed, and the message has no notice for {lacks}"
                help = f"add the notice, or send to those who have {lacks} by another request"
                yield Fault("PSH014", Severity.WARNING, said, (*at, "destination", number, key), help, None)


@about("customerid", "pushid")
def address_is_plain(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Two kinds of address stand in comments only."""
    for key in ("customerid", "pushid"):
        if isinstance(value, dict) and stated(value.get(key)):
            said = f"`{key}` stands in comments of the page only; its table has `userid` and the ids of devices (C59)"
            yield Fault("PSH019", Severity.NOTE, said, (*at, key), None, None, True)


@about("sound", "delay_while_idle")
def no_longer_heeded(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Members of Android that do nothing any more."""
    for key in ("sound", "delay_while_idle"):
        if isinstance(value, dict) and stated(value.get(key)):
            said = f"{key} is no longer heeded on Android"
            yield Fault("PSH016", Severity.NOTE, said, (*at, key), "take it out", value[key], True)


@unless("it.get('title') and 'actiontext' not in it and 'safari' not in it['platform_types']")
def browsers_and_texts(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Safari, and what only Safari shows (C56, C58)."""
    if not isinstance(value, dict):
        return
    browsers = value.get("platform_types", value.get("platorm_types"))
    names = [known(each) for each in browsers] if isinstance(browsers, list) else []
    if "safari" in names and isinstance(browsers, list):
        place = (*at, "platform_types" if "platform_types" in value else "platorm_types", names.index("safari"))
        said = "safari is in the tables; a note of the vendor has Chrome and Firefox only (C56)"
        origin = browsers[names.index("safari")]
        yield Fault("PSH011", Severity.WARNING, said, place, "do not count on Safari", origin)
        if not stated(value.get("actiontext")):
            said = "actiontext is left out; a table has it as compulsory for Safari (C58)"
            yield Fault("PSH012", Severity.NOTE, said, at, "say what the button says", value)
    elif stated(value.get("actiontext")) and names:
        said = "actiontext is shown by Safari only (C58)"
        yield Fault("PSH013", Severity.WARNING, said, (*at, "actiontext"), "take it out", value["actiontext"], True)
    if not stated(value.get("title")) and not misspelt(value, ("title", "text", "url", "extras"), "title"):
        said = "title is left out; a table has it as compulsory (C58)"
        yield Fault("PSH012", Severity.NOTE, said, at, "give the notice a title", value)


def tags(severity: Severity) -> Check:
    """The keys and values of `customtags`. `severity`: of keys that the provider keeps for itself."""

    kept: Keywords = {"propertyNames": {"not": {"pattern": r"^(?:from$|google\.|gcm)"}}}
    written: Keywords = {"additionalProperties": {"type": ["string", "array", "object"]}}

    @states({**written, **(kept if severity is Severity.ERROR else {})})
    @unless("not any([type(one) is not str or key[:3] in ('goo', 'gcm', 'fro') for key, one in it.items()])")
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        for key, inner in value.items() if isinstance(value, dict) else ():
            plain = inner.value if isinstance(inner, Leaf) else inner
            if key == "from" or key.startswith(("google.", "gcm")):
                said = f"`{safe(key)}` is a key that the platform keeps for itself (FCM, status 7884)"
                yield Fault("PSH003", severity, said, (*at, key), "give the tag another name", inner, True)
            if isinstance(plain, (int, float)) or inner is None:
                said = f"{safe(key)} is {kind(inner)}; expected a text, a list or an object"
                yield Fault("API003", Severity.ERROR, said, (*at, key), "write it as a text", inner)
        yield from _one_picture(value, at)

    return check


def _one_picture(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A spec says the picture by `image` or by the tag, not by both."""
    origin = value.origin if isinstance(value, Made) else None
    own = origin.free.get("imageurl") if isinstance(origin, Filled) and origin.free else None
    if own is not None and isinstance(value, dict) and value.get("imageurl") is not own:
        said = "the tag `imageurl` beside `image`; they are one picture"
        yield Fault("PSH018", Severity.ERROR, said, (*at, "imageurl"), "keep `image`", own)
