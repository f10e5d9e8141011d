"""The small pieces that Apple's shapes are made of, the pages that its limits come from, and the one fixed `bid`."""

from __future__ import annotations

from sendspec.channels.apple.strings import PRINTABLE
from sendspec.channels.declare import Limit, Member, Shape, String
from sendspec.diagnostic import Severity

PAGE = "DEV/apple-messages-for-business-apis"
COMPLIANCE = "CHANGELOG/apple-messages-for-business-compliance-updates"

#: The extension that shows all interactive content but that of an app of one's own.
BID = "com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension"

#: Titles, subtitles, labels, buttons and hints of interactive content (C42).
SHOWN = (
    Limit("APL003", f"{PAGE}, C42", 512),
    Limit("APL003", f"{COMPLIANCE}, C42", 200, severity=Severity.WARNING, says="Apple takes"),
)


def needed(shape: Shape) -> Member:
    """A member that must be there."""
    return Member(shape, required=True, source=PAGE)


def may(shape: Shape) -> Member:
    """A member that can be left out."""
    return Member(shape, source=PAGE)


def texts(*names: str) -> dict[str, Member]:
    """Optional members that are plain texts."""
    return {name: may(String()) for name in names}


def label() -> String:
    """A text that is shown on a bubble, a button or a page."""
    return String(SHOWN, form=PRINTABLE)


def labels(*names: str) -> dict[str, Member]:
    """Optional members of that kind."""
    return {name: may(label()) for name in names}
