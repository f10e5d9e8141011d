"""Members that v1 and v2 share: link options, smart links, contact policy, tracking texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sendspec.channels.declare import (
    Array,
    Check,
    Fault,
    Limit,
    Member,
    Number,
    Object,
    Pointer,
    String,
    Switch,
    Tree,
    states,
    unless,
)
from sendspec.channels.filled import Leaf, Made
from sendspec.channels.forms import NOTIFY, WEB_URL
from sendspec.channels.keywords import is_one_of, stands
from sendspec.channels.trail import lacking
from sendspec.diagnostic import Severity
from sendspec.values.bounds import Unit

_SOURCE = "DEV/send-message-api-v1"
#: A switch of `options`: printed as a string, a boolean in the tables.
SWITCH = Switch("string", also="C9")

CORRELATION = String((Limit("API026", "DEV/send-message-v1", most=50, unit=Unit.BYTES),))
CALLBACK = String(
    (
        Limit("API027", "DEV/send-message-v2, C7", most=2000),
        Limit("API027", "HELP, Call User node, C7", most=2048, unit=Unit.BYTES, severity=Severity.WARNING),
    )
)
NOTIFY_URL = String(form=NOTIFY)
TEXT = String()


def link_options(
    required: bool, extra: Mapping[str, Member] = MappingProxyType({}), checks: tuple[Check, ...] = ()
) -> Object:
    """`options`: the shortening and tracking of links, and the channel's own members (`extra`, which win).

    `required`: the domain is compulsory, as it is on v1.
    """
    members = {
        "domain": Member(String(form=WEB_URL), required, source=_SOURCE, missing="API030"),
        "shortenLinks": Member(SWITCH, source=_SOURCE),
        "trackClicks": Member(SWITCH, source=_SOURCE),
        "allowFallbackURL": Member(SWITCH, source=_SOURCE),
        "tag1": Member(TEXT, source=_SOURCE),
        "tag2": Member(TEXT, source=_SOURCE),
    }
    return Object({**members, **extra}, checks=checks)


def no_options(title: str) -> tuple[str, str]:
    """What is told of `options` on a channel that takes none."""
    return "API031", f"{title} takes no `options`; links are shortened and tracked on other channels"


V1_SMART_LINKS = Array(
    Object(
        {
            "linkid": Member(String(number="C10"), True, source=_SOURCE),
            "validity": Member(String(number="C10"), source=_SOURCE),
        },
        "a smart link",
    )
)
V2_SMART_LINKS = Array(
    Object(
        {
            "smartlinkId": Member(String(number="C10"), True, source=_SOURCE),
            "validity": Member(Number(text="C10", least=0), source=_SOURCE),
        },
        "a smart link",
    )
)

_FLAGS = ("channelCheckConsent", "channelApplyFrequencyCap")


def _policy(flags: tuple[str, ...]) -> Check:
    @unless(f"it.get('contactPolicyGroup') and ({' or '.join(f'it.get({flag!r}) is True' for flag in flags)})")
    @states({**stands("contactPolicyGroup"), "anyOf": [is_one_of(flag, True) for flag in flags]})
    def check(value: Tree, at: Pointer) -> Iterator[Fault]:
        assert isinstance(value, dict)
        given = [plain(value[flag]) for flag in flags if flag in value]
        if any(not isinstance(flag, bool) and flag != "" for flag in given) and not isinstance(value, Made):
            return  # a flag of another type, which is told already
        if not any(flag is True for flag in given):
            said = "the contact policy sets no flag; at least one must be true"
            spec = isinstance(value, Made)
            help = "write `consent yes` or `cap yes`" if spec else "check consent or apply the frequency cap"
            yield Fault("API037", Severity.ERROR, said, at, help, value)
        elif (place := lacking(value, "contactPolicyGroup", at)) is not None:
            said = "the contact policy has no group; a flag that is true needs one"
            help = 'write `group "…"`' if isinstance(value, Made) else "name the `contactPolicyGroup`"
            yield Fault("API038", Severity.ERROR, said, place, help, value)

    return check


def plain(value: Tree) -> object:
    """A value as JSON where it is the same for everybody, else None."""
    return value.value if isinstance(value, Leaf) else value


_MEMBERS = {
    "contactPolicyGroup": Member(TEXT, source="DEV/send-message-api-v1"),
    **{flag: Member(Switch(), source="DEV/send-message-api-v1") for flag in _FLAGS},
}
CONTACT_POLICY = Object(_MEMBERS, "the contact policy", checks=(_policy(_FLAGS),))
#: The form of an older definition of v2, under the key `contact policy` (C11).
OLD_CONTACT_POLICY = Array(
    Object(
        {**_MEMBERS, "channelRequirePreference": Member(Switch(), source="C11")},
        "the contact policy",
        checks=(_policy((*_FLAGS, "channelRequirePreference")),),
    )
)
