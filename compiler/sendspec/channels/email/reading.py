"""A body by e-mail → the words of a spec: the way back of `content`. It must not know how a spec is spelt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sendspec.channels.said import Reading, elements, members, say, some


def read(body: Mapping[str, object]) -> Reading:
    """What a message says."""
    content, options = members(body, "content"), members(body, "options")
    stored = members(body, "template")
    unsubscribe: dict[str, Any] = {
        "url": options.get("listUnsubscribeUrl"),
        "email": options.get("unsubscribeEmailAddress"),
        "subject": options.get("unsubscribeEmailSubject"),
    }
    subject = say("subject", stored.get("subject"))
    told = "html" if content.get("html") is not None else "text"
    said = some(
        say("template", stored.get("id"), block=[subject], assigned=members(body, "substitutions")),
        say("subject", content.get("subject")),
        say("text", content.get("text")),
        say("html", content.get("html")),
        say("type", kind) if (kind := content.get("type")) != told else None,
        say("reply_to", content.get("replyTo")),
        say("cc", body.get("cc") or None),
        say("bcc", body.get("bcc") or None),
        *(
            say("attach", file.get("name"), url=file.get("mediaUrl"), type=file.get("mimetype"), cid=file.get("cid"))
            for file in elements(content.get("attachments"))
        ),
        say("unsubscribe", **unsubscribe) if any(unsubscribe.values()) else None,
        say("opens", _switch(options.get("trackOpens"))),
        say("multiple_to_recipients", _switch(body.get("multipleToRecipients"))),
    )
    return Reading(said, some(say("address", body.get("from")), say("name", options.get("fromName"))))


def _switch(value: object) -> object:
    """A switch in the form that it is written in; another form stays as it is, in `wire`."""
    return value if isinstance(value, bool) else None
