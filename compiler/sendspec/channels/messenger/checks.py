"""What several members of a Messenger request say together. A check sees an object or list of a body or of a spec.

How a fault is printed, and which limits single values have, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.declare import Fault, Pointer, about, states, unless
from sendspec.channels.filled import Made, Tree, known, stated
from sendspec.channels.keywords import any_of, exactly_one_of, is_one_of, needs
from sendspec.channels.trail import lacking
from sendspec.diagnostic import Severity

#: What a message consists of: one of these.
CONTENT = ("text", "attachment", "sender_action")
_TAKES = "a `text`, an `attachment` or a `sender_action`"


def _stands(value: dict[str, Tree], key: str) -> bool:
    """Whether there is something under a key. A value of a wrong type is something: it is told already."""
    return key in value and known(value[key]) != "" and value[key] != []


@unless(" + ".join(f"({key!r} in it)" for key in CONTENT) + " == 1 and '' not in it.values()")
@states(exactly_one_of(*CONTENT))
def one_content(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A message has one content."""
    assert isinstance(value, dict)
    found = [key for key in CONTENT if known(value.get(key, "")) != ""]
    if len(found) > 1:
        said = f"{' and '.join(f'`{key}`' for key in found)} stand in one message; Messenger takes one of them"
        yield Fault("MSG015", Severity.ERROR, said, at, "send each as a message of its own", value)
    elif not found:
        takes = "a text, a medium, cards, buttons or a signal" if isinstance(value, Made) else _TAKES
        said = f"the message says nothing; Messenger takes {takes}"
        empty = next((key for key in CONTENT if key in value), None)
        if empty is None:
            yield Fault("MSG014", Severity.ERROR, said, at, "add one of them", value)
        else:
            yield Fault("MSG014", Severity.ERROR, said, (*at, empty), "give it a value", value[empty])


@unless("'tag' not in it and it.get('messaging_type') != 'MESSAGE_TAG'")
@states(needs(is_one_of("messaging_type", "MESSAGE_TAG"), "tag"))
def tag_is_due(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A message with a tag says that it has one, and the other way round."""
    assert isinstance(value, dict)
    spec = isinstance(value, Made)
    kind, place = known(value.get("messaging_type")), lacking(value, "tag", at)
    if kind == "MESSAGE_TAG" and place is not None:
        said = 'messaging_type is "MESSAGE_TAG", and no `tag` says which'
        help = 'add `"tag": "HUMAN_AGENT"`'
        if spec:
            said, help = "`messaging tag`, and no `tag` says which", "add `tag HUMAN_AGENT`"
        yield Fault("MSG016", Severity.ERROR, said, place, help, value)
    elif kind != "MESSAGE_TAG" and place is None:
        said = 'tag counts for nothing without the messaging_type "MESSAGE_TAG"'
        help = 'write `"messaging_type": "MESSAGE_TAG"`'
        if spec:
            said, help = "tag counts for nothing without `messaging tag`", "write `messaging tag`"
        yield Fault("MSG017", Severity.WARNING, said, (*at, "tag"), help, value["tag"])


@about("sender_action")
def replies_have_company(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Quick replies stand below a message: a sign of typing has no place for them."""
    assert isinstance(value, dict)
    shown = any(_stands(value, key) for key in ("text", "attachment"))
    if _stands(value, "quick_replies") and _stands(value, "sender_action") and not shown:
        said = "quick replies beside a sign without content; they stand below a message"
        origin = value["quick_replies"]
        first = origin[0] if isinstance(origin, list) else origin
        yield Fault("MSG023", Severity.WARNING, said, (*at, "quick_replies"), "send them with the message", first)


@unless("all([one.get('image_url') or one['content_type'] != 'text' for one in it])")
def replies_have_images(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A picture beside each quick reply: one sentence of the vendor has it as compulsory (C36)."""
    texts = [
        one
        for one in (value if isinstance(value, list) else ())
        if isinstance(one, dict) and known(one.get("content_type")) == "text"
    ]
    bare = [one for one in texts if not stated(one.get("image_url"))]
    if bare:
        count = f"{len(bare)} of {len(texts)} quick replies" if len(texts) > 1 else "the quick reply"
        key = "image" if isinstance(bare[0], Made) else "image_url"
        said = f"{count} without `{key}`; one sentence of the vendor's page has it as compulsory for now (C36)"
        yield Fault("MSG020", Severity.NOTE, said, at, f"add `{key}`", bare[0])


@unless("it.get('subtitle') or it.get('image_url') or it.get('item_url') or it.get('buttons')")
@states(any_of("subtitle", "image_url", "item_url", "buttons", "default_action"))
def card_has_more(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A card has one property besides its title."""
    assert isinstance(value, dict)
    more = [key for key in value if key != "title"]
    if _stands(value, "title") and not any(_stands(value, key) for key in more):
        said = "the card has nothing but its title; Messenger takes one with something more"
        help = "add `subtitle`, `image` or a button"
        if not isinstance(value, Made):
            help = "add `subtitle`, `image_url`, `item_url` or `buttons`"
        empty = next(((*at, key) for key in more if known(value[key]) == ""), at)
        yield Fault("MSG013", Severity.ERROR, said, empty, help, value)


@unless("it.get('buttons')")
def has_buttons(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A button template has buttons, as the platform wants it (C39)."""
    assert isinstance(value, dict)
    if "buttons" not in value or known(value["buttons"]) == "":
        said = "the text has no buttons; Messenger takes 1 to 3"
        help = "add a `reply` or an `open`, or write `text`" if isinstance(value, Made) else "add `buttons`"
        yield Fault("MSG009", Severity.WARNING, said, at, help, value)
