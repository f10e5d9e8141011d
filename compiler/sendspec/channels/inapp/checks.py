"""What several members of an in-app request say together. A check sees an object of a body or of a spec.

How a fault is printed, and which limits single values have, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Fault, Pointer, about, states, unless
from sendspec.channels.filled import Tree, identity, known, stated
from sendspec.channels.keywords import any_of, lies_at, stands
from sendspec.channels.trail import lacking, misspelt
from sendspec.diagnostic import Severity

_MESSAGE = ("text", "attachment", "quickReplies", "extras")


@unless("'message' not in it or it['message'].get('text') or it['message'].get('attachment') or it.get('type')")
@states({"anyOf": [stands("type"), {"properties": {"message": any_of("text", "attachment")}}]})
def says_something(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A message has a text or an attachment; beside a signal it needs neither."""
    message = value.get("message") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(message, dict):
        return
    if stated(message.get("attachment")) or any(misspelt(message, _MESSAGE, key) for key in ("text", "attachment")):
        return
    place = lacking(message, "text", (*at, "message"))
    if place is None or stated(value.get("type")):
        return
    said = "the message has neither text nor attachment; in-app messaging takes one of them, or both"
    yield Fault("INA003", Severity.ERROR, said, place, "give it a text", message.get("text", message))


@about("quickReplies")
@states(
    {
        "not": {
            "allOf": [
                lies_at(("attachment", "contentType"), {"const": "template"}),
                lies_at(("quickReplies",), {"type": "object"}),
            ]
        }
    }
)
def replies_beside_cards(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Quick replies stand under a text, a medium or a place (status 7004)."""
    if not isinstance(value, dict):
        return
    attachment, replies = value.get("attachment"), value.get("quickReplies")
    kind = known(attachment.get("contentType")) if isinstance(attachment, dict) else None
    if kind == "template" and isinstance(replies, dict):
        said = "quick replies beside cards; they stand under a text, a medium or a place"
        help = "put the answers on the cards, or the cards on a rung of their own"
        yield Fault("INA010", Severity.ERROR, said, (*at, "quickReplies"), help, replies)


@about("type")
@unless("'quickReplies' not in it.get('message', ())")
def replies_beside_signal(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A signal shows nothing that quick replies could stand under."""
    message = value.get("message") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(message, dict) or not stated(value.get("type")):
        return
    key = next((key for key in ("quickReplies", "quickreplies") if stated(message.get(key))), None)
    if key is not None:
        said = "quick replies beside a signal, which shows nothing; they stand under a text, a medium or a place"
        help = "send them on a rung of its own, with a text"
        yield Fault("INA020", Severity.WARNING, said, (*at, "message", key), help, message[key])


@unless("len(ids := [one['identifier'] for card in it for one in card.get('buttons', ())]) == len({*ids})")
def buttons_are_told_apart(value: Tree, at: Pointer) -> Iterator[Fault]:
    """No two buttons of all cards have one identifier (status 7704)."""
    ids: list[tuple[Pointer, Tree]] = []
    for card, element in enumerate(value if isinstance(value, list) else ()):
        buttons = element.get("buttons") if isinstance(element, dict) else None
        ids += [((*at, card, "buttons", *place), found) for place, found in _ids(buttons)]
    yield from _twice("button", ids)


@unless("len(it) == len({one['identifier'] for one in it})")
def replies_are_told_apart(value: Tree, at: Pointer) -> Iterator[Fault]:
    """No two quick replies have one identifier."""
    yield from _twice("quick reply", [((*at, *place), found) for place, found in _ids(value)])


def _ids(of: Tree) -> Iterator[tuple[Pointer, Tree]]:
    for number, one in enumerate(of if isinstance(of, list) else ()):
        if isinstance(one, dict) and "identifier" in one:
            yield (number, "identifier"), one["identifier"]


def _twice(what: str, ids: list[tuple[Pointer, Tree]]) -> Iterator[Fault]:
    seen: set[object] = set()
    for place, value in ids:
        said = identity(value)
        if said is not None and said in seen:
            message = f"the id of this {what} stands on another {what} too"
            yield Fault("INA007", Severity.ERROR, message, place, f"give each {what} an id of its own", value)
        seen.add(said)
