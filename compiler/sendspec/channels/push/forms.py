"""The forms of strings that only push notices ask for: times to live, sounds, keys of notices."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from sendspec.channels.declare import Form, Remark
from sendspec.channels.keywords import NO_SIGNS, up_to
from sendspec.channels.trail import counted
from sendspec.diagnostic import Severity

FOUR_WEEKS, THIRTY_DAYS, SIX_HUNDRED_DAYS = 2_419_200, 2_592_000, 51_840_000
_DAYS = r"[0-9]{1,6}"  # less than twelve


def _seconds(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _lives(most: int) -> Callable[[str], str | None]:
    def test(text: str) -> str | None:
        found = _seconds(text)
        right = found is not None and found <= most
        return None if right else f"seconds as digits, 0 to {counted(most)} ({most // 86_400} days)"

    return test


def _long(text: str) -> Remark | None:
    if (_seconds(text) or 0) <= FOUR_WEEKS:
        return None
    said = f"is {counted(int(text))} seconds; the stricter of two statements takes {counted(FOUR_WEEKS)} (C60)"
    return Remark("PSH004", Severity.WARNING, said, "keep to four weeks, `28d`")


def lives(most: int) -> Form:
    """A time to live, up to so many seconds."""
    return Form(
        "a time to live",
        "PSH004",
        _lives(most),
        schema=MappingProxyType({"pattern": up_to(most)}),
        help="shorten it",
        sure=_DAYS,
    )


def _sound(text: str) -> str | None:
    name, dot, ending = text.rpartition(".")
    named = text == "default" or (dot and name.strip() and ending.isalnum() and "://" not in text)
    return None if named else "`default`, or a sound file of the app with its extension"


def _plain(text: str) -> str | None:
    return None if text.isalnum() else "letters and digits"


WEB_LIVES = Form(
    "a time to live",
    "PSH004",
    _lives(SIX_HUNDRED_DAYS),
    schema=MappingProxyType({"pattern": up_to(SIX_HUNDRED_DAYS)}),
    remark=_long,
    help="shorten it",
    sure=_DAYS,
)
SOUND = Form(
    "a sound",
    "PSH006",
    _sound,
    schema=MappingProxyType({"pattern": r"^(?:default|(?![\s\S]*://)[\s\S]*\S[\s\S]*\.[^.\s]+)$"}),
    help='write `sound "default"`, or the name of a file that the app carries',
    sure="default",
)
KEY = Form(
    "a key",
    "PSH007",
    _plain,
    _plain,
    frozenset({"int"}),
    schema=MappingProxyType({"pattern": NO_SIGNS}),
    help="leave blanks and punctuation out",
    sure=r"[A-Za-z0-9]+",
)
