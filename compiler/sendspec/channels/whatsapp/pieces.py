"""The small pieces that WhatsApp's shapes are made of, and the pages that its limits come from."""

from __future__ import annotations

from sendspec.channels.declare import Limit, Member, Object, Shape, String
from sendspec.channels.forms import WEB_URL

WA = "developers.webexconnect.io/reference/whatsapp-apis"
WT = "developers.webexconnect.io/reference/whatsapp-template-messages"
EXOTEL = "developer.exotel.com/docs/whatsapp-support/interactive-messages"
GUPSHUP = "docs.gupshup.io"
#: The policy of a deprecated template's language: the only one that is not deprecated itself.
POLICY = "deterministic"
ROW_CLASS = "whatsappapijs.web.app/classes/messages.Row.html"


def needed(shape: Shape) -> Member:
    """A member that must be there."""
    return Member(shape, required=True)


def texts(*names: str) -> dict[str, Member]:
    """Optional members that are plain texts."""
    return {name: Member(String()) for name in names}


def limited(*limits: Limit) -> Member:
    """A text that must be there, with its limits."""
    return needed(String(limits))


def address() -> Member:
    """The public address of a file. It need not be https."""
    return needed(String(form=WEB_URL))


def one_of(*choices: str) -> String:
    """One of a few words."""
    return String(choices=choices)


def saying(limit: Limit, required: bool = True) -> Object:
    """`{"text": …}` with a limit."""
    return Object({"text": Member(String((limit,)), required=required)})
