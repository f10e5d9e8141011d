"""Every body beside the channels, spoilt mechanically: a fault that the API's pages know is an error at its place.

What is rightly silent is listed here, each list with its reason; what is so on one channel stands in its folder, in
`silent.toml`. A new member that a body shows comes into these claims by itself.
"""

from __future__ import annotations

import copy
import fnmatch
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sendspec.channels.verify import verify
from sendspec.diagnostic import Severity
from sendspec.source import Source

HERE = Path(__file__).parent.parent
BODIES = sorted(path for path in HERE.glob("*/valid/*.json") if not path.name.endswith(".notes.json"))
WA = "channels/OTT-Messaging/wa"
At = tuple[Any, ...]

#: Objects with keys of the writer's own: any key, and no wrong one.
FREE = ("substitutions", "to/*/substitutions", "message/parameters", f"{WA}/hsm/localizable_params/*/date_time")
#: Values that no page gives a type: those of a template on v1 other than WhatsApp's, and the old form's date.
UNTYPED = (
    "message/parameters/*",
    f"{WA}/hsm/localizable_params/*/date_time",
    f"{WA}/hsm/localizable_params/*/date_time/*",
)
#: Members of which two types are documented (C9, C10, C24), or none (an amount of the old form), and the other type.
TWO_TYPES = {
    "options/shortenLinks": (True,),
    "options/trackClicks": (True, "true"),
    "options/trackOpens": ("true",),
    "options/allowFallbackURL": (True,),
    "options/carrierId": (7, "7"),
    "options/smsFallback": (True, "true"),
    "channels/smartlinks/*/linkid": (7,),
    "channels/smartlinks/*/validity": (7,),
    "smartlinks/*/smartlinkId": (7, "7", "a text"),
    "smartlinks/*/validity": (7, "7"),
    f"{WA}/hsm/localizable_params/*/currency/amount_1000": (7,),
}
#: Other spellings that a page documents or prints (C8, C11, C22, C25): taken, with a note.
OTHER_KEYS = {"correlationid", "notifyurl", "filesize", "fileSize", "URL", "url", "correlationId", "notifyUrl"}
#: Texts of which no page states a length.
UNLIMITED = re.compile(
    r"(^|/)(batchId|notify[uU]rl|listUnsubscribeUrl|notify[uU]rlAuthId|tag[12]|domain|contactPolicyGroup|storeRegion"
    r"|dlt_templateid|linkid|validity|smartlinkId|priority|conversationid|gtrId/\*|appid|from|fromName|name|mediaUrl"
    r"|mimetype|unsubscribeEmailSubject|template/id|message/template|address|suggestions/\*/(url|URL)|meetingTitle"
    r"|meetingDescription|thumbnail/description|messageId|smsSenderId|senderid|caption|filename|mimeType|waid/\*|link"
    r"|cid|identity_key_hash|namespace|element_name|code|default|currency_code|hsm/.*/amount_1000|payload|button_text"
    r"|fallback_value|html|contacts/.*|(image|video|document|audio|sticker)/url)$"
)


@cache
def silent(channel: str, about: str) -> tuple[str, ...]:
    """A channel's own places for a list: `optional` are members that may go, what is left is right without them;
    `unlimited` texts of which no page states a length, `words` texts of a few words, `free` objects with keys of the
    writer's own, `keys` other spellings that a page has."""
    file = HERE / channel / "silent.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return tuple(str(found.get(about, "")).replace("WA/", f"{WA}/").split())


def free(file: Path, objects: tuple[str, ...] = FREE) -> tuple[str, ...]:
    return (*objects, *silent(file.parts[-3], "free"))


def other_keys(file: Path) -> set[str]:
    return OTHER_KEYS.union(silent(file.parts[-3], "keys"))


def _unlimited(file: Path, at: At) -> bool:
    own = silent(file.parts[-3], "unlimited")
    return UNLIMITED.search(path(at)) is not None or like(path(at), own)


def walk(value: Any, at: At = ()) -> Iterator[tuple[At, Any]]:
    yield at, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from walk(inner, (*at, key))


def within(body: Any, at: At) -> Any:
    for key in at:
        body = body[key]
    return body


def put(body: Any, at: At, value: Any) -> Any:
    made = copy.deepcopy(body)
    within(made, at[:-1])[at[-1]] = value
    return made


def without(body: Any, at: At) -> Any:
    made = copy.deepcopy(body)
    del within(made, at[:-1])[at[-1]]
    return made


def renamed(body: Any, at: At, key: str) -> Any:
    made = copy.deepcopy(body)
    inside = within(made, at[:-1])
    items = [(key if name == at[-1] else name, value) for name, value in inside.items()]
    inside.clear()
    inside.update(items)
    return made


def pointer(at: At) -> str:
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in at)


def path(at: At) -> str:
    """A place with stars for numbers; of a list of messages, the place in the message."""
    inner = at[1:] if at and isinstance(at[0], int) else at
    return "/".join("*" if isinstance(key, int) else key for key in inner)


def like(place: str, patterns: Iterator[str] | tuple[str, ...] | list[str]) -> bool:
    """Whether one of the patterns is the place; a star in a pattern is one key."""
    return any(
        fnmatch.fnmatchcase(place, pattern) and (pattern.startswith("*") or place.count("/") == pattern.count("/"))
        for pattern in patterns
    )


def errors(body: Any) -> set[str]:
    found = verify(Source("a.json", json.dumps(body)))
    return {one.pointer or "" for one in found if one.severity is Severity.ERROR}


def named(body: Path) -> str:
    return f"{body.parts[-3]}-{body.stem}"


def read(body: Path) -> Any:
    return json.loads(body.read_text(encoding="utf-8"))


over_all_bodies = pytest.mark.parametrize("file", BODIES, ids=named)


@over_all_bodies
def test_a_key_of_nobody_is_an_error_where_it_stands(file: Path) -> None:
    body = read(file)
    for at, value in walk(body):
        if isinstance(value, dict) and not like(path(at), free(file)):
            wrong = put(body, (*at, "zzzz"), "1") if at else {**body, "zzzz": "1"}
            assert errors(wrong) == {pointer((*at, "zzzz"))}, pointer(at)


@over_all_bodies
def test_a_key_spelt_otherwise_is_an_error_where_it_stands(file: Path) -> None:
    body = read(file)
    for at, _ in walk(body):
        if not at or not isinstance(at[-1], str) or like(path(at[:-1]), free(file)):
            continue
        key = at[-1]
        snake = re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", key)
        camel = re.sub("_([a-z])", lambda found: found[1].upper(), key)
        slips = {key.upper(), key.lower(), key.capitalize(), snake, camel, f"{key}s", key[:-1] + key[-2:], f"x{key}"}
        for other in slips - {key} - other_keys(file) - set(within(body, at[:-1])):
            found = errors(renamed(body, at, other))
            assert pointer((*at[:-1], other)) in found, (pointer(at), other)
            assert found <= {pointer((*at[:-1], other)), pointer(at[:-1])}, (pointer(at), other)


@over_all_bodies
def test_a_member_written_in_two_spellings_is_an_error_at_the_second(file: Path) -> None:
    body = read(file)
    for at, value in walk(body):
        if at and isinstance(at[-1], str) and not like(path(at[:-1]), free(file)):
            for other in {at[-1].swapcase(), at[-1].lower(), f"{at[-1]}_"} - set(within(body, at[:-1])):
                here = (*at[:-1], other)
                found = errors(put(body, here, copy.deepcopy(value)))
                assert pointer(here) in found or (at[-1] in other_keys(file) and pointer(at) in found), pointer(here)


@over_all_bodies
def test_a_value_of_another_type_is_an_error_where_it_stands(file: Path) -> None:
    body = read(file)
    channel = file.parts[-3]
    for at, value in walk(body):
        place = path(at)
        if not at or (channel != "whatsapp" and like(place, UNTYPED)) or like(place, UNTYPED[1:]):
            continue
        if like(path(at[:-1]), silent(channel, "free")):
            continue
        kinds: list[Any] = ["a text", 7, 1.5, True, [], ["x"], {}, None]
        for wrong in kinds:
            same = type(wrong) is type(value) or {type(wrong), type(value)} <= {int, float}
            allowed = next((two for key, two in TWO_TYPES.items() if like(place, (key,))), ())
            number = isinstance(wrong, float) and 7 in allowed
            if same or number or any(type(wrong) is type(one) and wrong == one for one in allowed):
                continue
            if isinstance(wrong, str) and like(place, ("message/parameters/*",)) and place.split("/")[-1] not in FIXED:
                continue  # a variable of a template is a text or a typed value
            assert pointer(at) in errors(put(body, at, wrong)), (pointer(at), wrong)


FIXED = ("image", "video", "document", "otp", "quickReply")


@over_all_bodies
def test_what_is_compulsory_is_missed_at_its_object_and_what_is_not_may_go(file: Path) -> None:
    body, optional = read(file), silent(file.parts[-3], "optional")
    for at, _ in walk(body):
        if not at or not isinstance(at[-1], str) or like(path(at[:-1]), free(file)):
            continue
        found = errors(without(body, at))
        if found:
            assert pointer(at[:-1]) in found or at[-1] == "message", pointer(at)
        else:
            assert like(path(at), optional) or at[-1] in other_keys(file), pointer(at)


@over_all_bodies
def test_an_empty_text_is_an_error_where_it_is_compulsory(file: Path) -> None:
    body = read(file)
    for at, value in walk(body):
        if not value or not isinstance(value, str) or not at or like(path(at[:-1]), free(file, FREE[:3])):
            continue
        found = errors(put(body, at, ""))
        if isinstance(at[-1], int):
            assert pointer(at) in found
        elif "C52" in json.dumps([one.message for one in verify(Source("a", json.dumps(body)))]) and at[-1] == "text":
            assert found == {"/content"}  # such a mail lacks its html
        elif errors(without(body, at)) and not path(at).endswith(("name/suffix", "name/last_name")):
            assert found == {pointer(at)}
        else:
            assert found <= {pointer(at), pointer(at[:-1])}


@over_all_bodies
def test_a_text_of_ten_thousand_characters_is_too_long_unless_no_page_limits_it(file: Path) -> None:
    body = read(file)
    for at, value in walk(body):
        if at and isinstance(value, str) and not like(path(at[:-1]), free(file, FREE[:3])):
            assert pointer(at) in errors(put(body, at, f"{value}{'x' * 10_000}")) or _unlimited(file, at), path(at)


INSTANTS = (
    "2026-02-30T10:00:00.000Z",
    "2026-11-30T25:00:00.000Z",
    "2026-11-30T10:00:00.000",
    "2026-11-30 10:00:00Z",
    "2026-11-30",
    "1796049000",
    "tomorrow",
    "30/11/2026 10:00",
    "2026-11-30T10:00:00.000+25:00",
    " ",
)
NUMBERS = (
    "+44770090010x",
    "+4477009001011234",
    "+44 7700 900101",
    "07700900101",
    "+07700900101",
    "+44-7700-900101",
    "++447700900101",
    "+",
    "٤٤٧٧٠٠٩٠٠١٠١",
    "447700900101+",
    "0044770090010",
)
MAILS = (
    "ann",
    "ann@",
    "@example.com",
    "ann@example",
    "ann@@example.com",
    "ann@exa mple.com",
    "a,b@example.com",
    "<ann@example.com>",
    f"{'x' * 65}@example.com",
    f"ann@{('x' * 63 + '.') * 4}com",
    "Ann <ann@example.com>",
)
NOTIFY = ("http://hooks.example/a", "ftp://hooks.example/a", "hooks.example/a", " https://hooks.example", "https://")
WEB = (
    "ftp://cdn.example/a.jpg",
    "cdn.example/a.jpg",
    "/a/b.jpg",
    "https://cdn.example/a b.jpg",
    "https://",
    "C:\\a.jpg",
)
SPOILT = {
    ("expiry", "sendAt", "expireAt", "*/startTime", "*/endTime"): INSTANTS,
    ("destination/*/msisdn/*", "to/*/msisdn/*", "*/phone"): NUMBERS,
    ("to/*/email/*", "cc/*", "bcc/*", "content/replyTo"): MAILS,
    ("notifyurl", "notifyUrl"): NOTIFY,
    ("*/mediaUrl", "*/mediaContentUrl", "*media/url", "*thumbnail/url", f"{WA}/*/url", "*/link"): WEB,
    ("*suggestions/*/url", "*suggestions/*/URL"): ("acme.example/a", "/a", " "),
    ("channels/sms/senderid", "options/smsSenderId"): ("+447700900199",),
    ("channels/sms/body",): ("060", "0605zz", "06 05"),
    ("validity",): ("0", "-5", "259201", "1.5", "an hour", "٣٦٠"),
    (f"{WA}/contacts/*/birthday",): ("1985-02-29", "31.01.1990", "1990-1-31", "1990"),
    ("message/parameters/*/amount_1000", "message/parameters/*/timestamp"): ("12.5", "12a", "-5", " 12", "٣"),
    ("message/parameters/*/payload",): ("https://acme.example/a", "//acme.example", "www.acme.example/a", "a\nb"),
}


@over_all_bodies
def test_a_value_without_its_form_is_an_error_where_it_stands(file: Path) -> None:
    body = read(file)
    for at, value in walk(body):
        for places, spoilt in SPOILT.items():
            if isinstance(value, str) and value and like(path(at), places) and "contacts/*/phones" not in path(at):
                for wrong in spoilt:
                    assert pointer(at) in errors(put(body, at, wrong)), (pointer(at), wrong)


WORDS = (
    "deliverychannel",
    "channel",
    "route",
    "icmessage",
    "channels/sms/type",
    "content/type",
    "content/encoding",
    "content/event",
    "content/width",
    "*/orientation",
    "*/thumbnailAlignment",
    "*/height",
    "*/contentType",
    "*suggestions/*/type",
    "requestedReceipts/*",
    f"{WA}/type",
    f"{WA}/preview_url",
    f"{WA}/contacts/*/*/*/type",
    "*header/type",
    "*buttons/*/type",
    f"{WA}/hsm/language/policy",
    "message/parameters/*/type",
    "options/trackClicks",
    "options/shortenLinks",
    "options/allowFallbackURL",
    f"{WA}/*/mimeType",
)
PAIRED = {"bounce", "bounced", "richLink", "richlink", "AppleBusinessChat", "applebusinesschat"}  # C47, C40, C5
FOLDED = ("content/encoding", f"{WA}/*/mimeType")  # C34, and an encoding's name: any case


@over_all_bodies
def test_a_word_that_no_page_has_is_an_error_where_it_stands(file: Path) -> None:
    body = read(file)
    for at, value in walk(body):
        if not isinstance(value, str) or not value or not like(path(at), (*WORDS, *silent(file.parts[-3], "words"))):
            continue
        folded = like(path(at), FOLDED) or (path(at) == "requestedReceipts/*" and file.parts[-3] == "rcs")  # C27
        cases = set() if folded else {value.upper(), value.lower(), value.swapcase(), value.capitalize()}
        slips = {value[:-1], f"{value}x"} if ";" not in value else set()  # a parameter may say anything
        for wrong in {*cases, *slips, f"x{value}", f" {value}"} - {value, "", *PAIRED}:
            assert pointer(at) in errors(put(body, at, wrong)), (pointer(at), wrong)
