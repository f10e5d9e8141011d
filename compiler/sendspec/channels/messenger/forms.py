"""The forms of strings that only Messenger asks for: its tags, and a kind of notification that one page alone has."""

from __future__ import annotations

from types import MappingProxyType

from sendspec.channels.declare import Form, Remark
from sendspec.diagnostic import Severity

#: Tags that the vendor's page still lists and calls dead (C38).
RETIRED = ("CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE")
SILENT = "SILENT_PUSH"


def _tag(text: str) -> str | None:
    if text == "HUMAN_AGENT":
        return None
    return '"HUMAN_AGENT"; the other tags work no longer (C38)' if text in RETIRED else '"HUMAN_AGENT"'


def _silent(text: str) -> Remark | None:
    if text != SILENT:
        return None
    said = f'is "{SILENT}"; a comment of the vendor has it, the table takes "REGULAR" and "NO_PUSH" (C37)'
    return Remark("MSG019", Severity.NOTE, said, "take NO_PUSH to be sure of it")


TAG = Form(
    "a message tag",
    "MSG018",
    _tag,
    schema=MappingProxyType({"enum": ["HUMAN_AGENT"]}),
    help="write HUMAN_AGENT where a person of the staff answers, else leave the tag out",
)
NOTIFICATION = Form("a kind of notification", "API004", lambda text: None, remark=_silent)
