"""A rung's words in an e-mail → the fragments of a request: content or template, options, copies, substitutions."""

from __future__ import annotations

from sendspec.channels.declare import Fragments
from sendspec.channels.filled import Filled, Leaf, Made, Tree

#: The words that make content of their own; a subject alone belongs to the template when there is one.
CONTENT = ("text", "html", "type", "reply_to", "attach")


def build(filled: Filled, sender: Filled | None) -> Fragments:
    """The fragments of a rung."""
    return {
        "from": sender.text("address") if sender else None,
        "cc": _addresses(filled, "cc"),
        "bcc": _addresses(filled, "bcc"),
        "multipleToRecipients": filled.text("multiple_to_recipients"),
        "options": _options(filled, sender),
        "content": _content(filled),
        "template": _template(filled),
        "substitutions": _substitutions(filled),
    }


def _addresses(filled: Filled, word: str) -> list[Tree] | None:
    child = filled.child(word)
    return child.many(word) if child else None


def _content(filled: Filled) -> Made | None:
    """The mail itself; what stands beside a template makes one too, which the request then has too much."""
    template = filled.child("template")
    twice = template is not None and template.child("subject") is not None and filled.child("subject") is not None
    if template is not None and not twice and next(filled.all(*CONTENT), None) is None:
        return None
    html, stated = filled.text("html"), filled.text("type")
    attached: list[Tree] = [_attachment(file) for file in filled.all("attach")]
    return Made(
        filled,
        type=stated or ("html" if html is not None else "text"),
        subject=filled.text("subject"),
        replyTo=filled.text("reply_to"),
        text=filled.text("text"),
        html=html,
        attachments=attached or None,
    )


def _attachment(file: Filled) -> Made:
    return Made(file, mimetype=file.get("type"), name=file.first(), mediaUrl=file.get("url"), cid=file.get("cid"))


def _template(filled: Filled) -> Made | None:
    template = filled.child("template")
    if template is None:
        return None
    return Made(template, id=template.first(), subject=template.text("subject") or filled.text("subject"))


def _substitutions(filled: Filled) -> Made | None:
    template = filled.child("template")
    given = (template.assigned or {}) if template else {}
    values = {name: value for name, value in given.items() if isinstance(value, Leaf)}
    return Made(template, **values) if values else None


def _options(filled: Filled, sender: Filled | None) -> Made | None:
    leave = [*filled.all("unsubscribe")]

    def first(option: str) -> Leaf | None:
        """What the lines together state of one header."""
        return next((value for line in leave if (value := line.get(option)) is not None), None)

    made = Made(
        leave[0] if leave else None,
        fromName=sender.text("name") if sender else None,
        trackOpens=filled.text("opens"),
        listUnsubscribeUrl=first("url"),
        unsubscribeEmailAddress=first("email"),
        unsubscribeEmailSubject=first("subject"),
    )
    return made if made else None
