"""What all interactive content has around its own: version, id, pictures, the bubbles, the extension that shows it."""

from __future__ import annotations

from sendspec.channels.apple.pieces import BID
from sendspec.channels.filled import Filled, Leaf, Made, Tree
from sendspec.record import replace

#: The words of a bubble, and the member of each.
BUBBLE = {
    "style": "style",
    "title": "title",
    "subtitle": "subtitle",
    "image_identifier": "imageIdentifier",
    "alternate_title": "alternateTitle",
    "image_title": "imageTitle",
    "image_subtitle": "imageSubtitle",
    "secondary_subtitle": "secondarySubtitle",
    "tertiary_subtitle": "tertiarySubtitle",
}


def around(block: Filled, kind: str, content: Made, *, bid: bool = False, version: str = "1.0") -> Made:
    """`interactiveData` with its content. `bid`: whether the extension is named where the spec is silent."""
    return Made(
        block,
        bid=_bid(block, bid),
        data=Made(
            block,
            version=version,
            requestIdentifier=block.text("request_identifier"),
            images=images(block),
            **{kind: content},
        ),
        **bubbles(block),
    )


def bubbles(block: Filled) -> dict[str, Tree]:
    """What is drawn: the layout and the two bubbles."""
    return {
        "useLiveLayout": block.text("use_live_layout"),
        "receivedMessage": _bubble(block.child("received_message")),
        "replyMessage": _bubble(block.child("reply_message")),
    }


def images(block: Filled) -> list[Tree] | None:
    """The pictures that the rest refers to; None when there are none."""
    made: list[Tree] = [
        Made(image, identifier=image.get("identifier"), url=image.first(), data=image.get("data"))
        for image in block.all("image")
    ]
    return made or None


def _bubble(bubble: Filled | None) -> Made | None:
    return Made(bubble, **{member: bubble.text(word) for word, member in BUBBLE.items()}) if bubble else None


def _bid(block: Filled, silent: bool) -> Leaf | str | None:
    """The extension, where the spec wants it named or is silent and it is needed."""
    said = block.text("bid")
    if said is None:
        return BID if silent else None
    return replace(said, value=BID, form="text") if said.value is True else None
