"""A body by SMS → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Mapping

from sendspec.channels.said import Reading, fixed, members, say, some
from sendspec.values.gsm import is_gsm


def v1(body: Mapping[str, object]) -> Reading:
    """What a message of v1 says."""
    sms, stored = members(body, "channels", "sms"), members(body, "message")
    binary = sms.get("body") if sms.get("type") == "3" or "text" not in sms else None
    plain = None if binary is not None or stored.get("template") else sms.get("text")
    content = some(
        say("template", stored.get("template") or None, block=(), assigned=members(stored, "parameters")),
        say("body", plain),
        say("binary", binary),
        say("unicode", _asked(sms, plain, "1", "4")),
        say("dlt_template", members(sms, "extras").get("dlt_templateid")),
        say("send_link_as_app_clip", sms.get("sendLinkAsAppClip")),
        say("store_region", sms.get("storeRegion")),
    )
    return Reading(content, some(say("id", sms.get("senderid"))))


def v2(body: Mapping[str, object]) -> Reading:
    """What a message of v2 says."""
    content, stored = members(body, "content"), members(body, "template")
    said = some(
        say("template", stored.get("id"), block=(), assigned=members(body, "substitutions")),
        say("body", content.get("text")),
        say("unicode", _asked(content, content.get("text"), "text", "unicode")),
    )
    return Reading(said, some(say("id", body.get("from"))))


def _asked(content: Mapping[str, object], text: object, plain: str, unicode: str) -> bool | None:
    """Whether the type says more than the text would say by itself."""
    kind = content.get("type")
    if not isinstance(text, str) or kind not in (plain, unicode):
        return None
    gsm = is_gsm(fixed(text))
    return True if kind == unicode and gsm else False if kind == "1" and gsm else None
