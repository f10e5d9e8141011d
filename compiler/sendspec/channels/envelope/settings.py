"""What a spec states for a whole message: the words of `delivery`, `track` and `policy`, and the members they give.

`expires` and `quiet` are the model's own. It must not know any channel: an Api says which members it takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendspec.channels.declare import Api, Object, Slot, Switch, Takes, Tree, Word
from sendspec.channels.filled import Filled, Leaf, Made
from sendspec.record import replace

_RECEIPTS = (
    "submitted", "delivered", "read", "clicked", "failed", "bounced", "complaint", "not_verified", "invalid",
    "offered", "accepted", "answered", "dropped", "rejected", "released", "disconnected",
)  # fmt: skip


def _one(name: str, takes: Takes, about: str, *, fixed: bool = False, choices: tuple[str, ...] = ()) -> Word:
    """A word with one value."""
    slot = Slot(name, takes, fixed=fixed, choices=MappingProxyType({choice: choice for choice in choices}))
    return Word(name, (slot,), about=about)


_LINKS = Word(
    "links",
    block=(
        _one("domain", Takes.TEXT, "the domain of the short links, with its scheme", fixed=True),
        _one("shorten", Takes.SWITCH, "links of the text are shortened"),
        _one("track", Takes.SWITCH, "clicks are reported"),
        _one("allow_fallback_url", Takes.SWITCH, "the long link is sent when the link service is down"),
        _one("tag1", Takes.TEXT, "a label of your own", fixed=True),
        _one("tag2", Takes.TEXT, "a label of your own", fixed=True),
    ),
    about="how links in texts are shortened and tracked",
)
_SMART_LINKS = Word(
    "smartlinks",
    block=(
        Word(
            "link",
            (Slot("id", Takes.TEXT, fixed=True),),
            (Slot("validity", Takes.NUMBER, required=False),),
            most=None,
            about="a smart link of the console that a text refers to",
        ),
    ),
    about="smart links that texts refer to",
)

#: The blocks of a message that hold settings, each with its words.
BLOCKS: Mapping[str, Word] = MappingProxyType(
    {
        "delivery": Word(
            "delivery",
            block=(
                _one("route", Takes.CHOICE, "the routing policy of v1", choices=("IMMD", "LCGD", "LCBE")),
                _one("priority", Takes.NUMBER, "the priority on v1"),
                _one("send_at", Takes.INSTANT, "when the platform sends (v2)"),
                _one("validity", Takes.DURATION, "how long the carrier tries (v2, up to 72 hours)"),
                _one("batch_id", Takes.TEXT, "the batch that a scheduled request belongs to (v2)", fixed=True),
            ),
        ),
        "track": Word(
            "track",
            block=(
                _one("correlation", Takes.TEXT, "your id of the transaction, at most 50 bytes"),
                Word(
                    "notify",
                    (Slot("notify", Takes.TEXT, fixed=True),),
                    (Slot("auth", Takes.TEXT, required=False, fixed=True),),
                    about="where receipts go, and the id of the authorisation to use there",
                ),
                _one("callback", Takes.TEXT, "data that comes back with every receipt, at most 2000 characters"),
                _one("receipts", Takes.CHOICES, "which receipts are wanted (v2)", choices=_RECEIPTS),
                _LINKS,
                _SMART_LINKS,
                _one("gtr_id", Takes.TEXTS, "ids of the gateway, one for each destination (v1)", fixed=True),
                _one("conversation_id", Takes.TEXT, "the id of a conversation (v1)"),
            ),
        ),
        "policy": Word(
            "policy",
            block=(
                _one("group", Takes.TEXT, "the group of the contact policy", fixed=True),
                _one("consent", Takes.SWITCH, "consent is checked"),
                _one("cap", Takes.SWITCH, "the frequency cap is applied"),
            ),
        ),
    }
)

_BOTH = {"callbackData", "options", "contactPolicy", "smartlinks"}
#: The top-level members that settings can give, by version of the API. An Api declares which of them its channel takes.
MEMBERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "v1": frozenset(
            {"correlationid", "notifyurl", "notifyurlAuthId", "expiry", "gtrId", "conversationid", "route", "priority"}
            | _BOTH
        ),
        "v2": frozenset(
            {"correlationId", "notifyUrl", "notifyUrlAuthId", "expireAt", "sendAt", "validity", "batchId"}
            | {"requestedReceipts"}
            | _BOTH
        ),
    }
)

#: The settings of one value and their members on v1 and v2 ("": none there).
_KEYS = {
    "route": ("route", ""),
    "priority": ("priority", ""),
    "send_at": ("", "sendAt"),
    "validity": ("", "validity"),
    "batch_id": ("", "batchId"),
    "correlation": ("correlationid", "correlationId"),
    "callback": ("callbackData", "callbackData"),
    "conversation_id": ("conversationid", ""),
}
_POLICY = {"group": "contactPolicyGroup", "consent": "channelCheckConsent", "cap": "channelApplyFrequencyCap"}
_OPTIONS = {
    "domain": "domain",
    "shorten": "shortenLinks",
    "track": "trackClicks",
    "allow_fallback_url": "allowFallbackURL",
    "tag1": "tag1",
    "tag2": "tag2",
}


def fragments(
    version: str, settings: Mapping[str, Filled], expiry: Leaf | None, api: Api
) -> tuple[dict[str, Tree], tuple[str, ...]]:
    """The wire members of a message's settings by top-level key, and the settings that this API lacks.

    Smart links stand under `channels` on v1, which is why that key can be among them. Members that are objects are
    to be merged with the channel's own (`options`, `channels`). `receipts NAME` among the lacking ones is one receipt.
    """
    members: dict[str, Tree] = {}
    lacking: list[str] = []
    at = 0 if version == "v1" else 1
    for name, filled in settings.items():
        key, tree = _member(name, filled, at, api)
        if key in api.settings and name == "receipts":
            lacking += _unknown_receipts(filled, api)
        elif key not in api.settings or tree is None:
            lacking.append(name)
        if key not in api.settings or tree is None:
            continue
        if key == "smartlinks" and at == 0:
            members["channels"] = Made(filled, smartlinks=tree)
        elif isinstance(tree, Made) and isinstance(there := members.get(key), Made):
            there.update(tree)
        else:
            members[key] = tree
        if name == "notify" and key in members and (auth := filled.get("auth")) is not None:
            members[("notifyurlAuthId", "notifyUrlAuthId")[at]] = auth
    if expiry is not None:
        members[("expiry", "expireAt")[at]] = expiry
    return members, tuple(lacking)


def _member(name: str, filled: Filled, at: int, api: Api) -> tuple[str, Tree]:
    """The key and the value of one setting."""
    if name in _KEYS:
        leaf = filled.first()
        return _KEYS[name][at], _text(leaf) if leaf is not None else None
    match name:
        case "notify":
            return ("notifyurl", "notifyUrl")[at], filled.first()
        case "receipts":
            return ("", "requestedReceipts")[at], _receipts(filled, api) or None
        case "gtr_id":
            return ("gtrId", "")[at], filled.many("gtr_id")
        case "links":
            return "options", _options(filled, api)
        case "smartlinks":
            return "smartlinks", [_smart_link(link, at) for link in filled.all("link")]
        case _:
            made = Made(filled)
            if (leaf := filled.first()) is not None:
                made[_POLICY[name]] = leaf
            return "contactPolicy", made


def _text(leaf: Leaf) -> Leaf:
    """A number or a duration as the digits that the API wants."""
    return replace(leaf, value=str(leaf.value), form="text") if isinstance(leaf.value, (int, float)) else leaf


def _receipts(filled: Filled, api: Api) -> list[Tree]:
    return [
        replace(leaf, value=api.receipts[str(leaf.value)])
        for leaf in filled.many("receipts") or ()
        if isinstance(leaf, Leaf) and leaf.value in api.receipts
    ]


def _unknown_receipts(filled: Filled, api: Api) -> list[str]:
    asked = [leaf.value for leaf in filled.many("receipts") or () if isinstance(leaf, Leaf)]
    return [f"receipts {word}" for word in asked if word not in api.receipts]


def _options(filled: Filled, api: Api) -> Made:
    declared = api.body.members.get("options")
    shapes = declared.shape.members if declared and isinstance(declared.shape, Object) else {}
    made = Made(filled)
    for child in filled.children:
        key, leaf = _OPTIONS[child.word.name], child.first()
        if leaf is None:
            continue
        shape = shapes[key].shape if key in shapes else None
        strings = isinstance(shape, Switch) and shape.emit == "string"
        made[key] = replace(leaf, value="true" if leaf.value else "false", form="text") if strings else leaf
    return made


def _smart_link(link: Filled, at: int) -> Made:
    """C10: on v1 both are strings, on v2 the id is a string and the validity a number."""
    validity = link.get("validity")
    if at == 0:
        return Made(link, linkid=link.get("id"), validity=_text(validity) if validity else None)
    return Made(link, smartlinkId=link.get("id"), validity=validity)
