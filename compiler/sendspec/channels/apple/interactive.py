"""What a person chooses, opens, signs or pays → `interactiveData`. No count is known here."""

from __future__ import annotations

from sendspec.channels.apple.bubbles import around, bubbles, images
from sendspec.channels.filled import Filled, Made, Tree, whole_seconds


def quick_reply(block: Filled) -> Made:
    """A question with a few answers."""
    items: list[Tree] = [Made(item, identifier=item.first(), title=item.get("label")) for item in block.all("item")]
    return around(block, "quick-reply", Made(block, summaryText=block.first(), items=items))


def list_picker(block: Filled) -> Made:
    """Things in sections."""
    sections: list[Tree] = [_section(section) for section in block.all("section")]
    return around(block, "listPicker", Made(block, sections=sections))


def _section(section: Filled) -> Made:
    items: list[Tree] = [_item(item) for item in section.all("item")]
    return Made(
        section,
        title=section.first(),
        multipleSelection=section.get("multiple_selection"),
        order=section.get("order"),
        items=items or None,
    )


def _item(item: Filled) -> Made:
    return Made(
        item,
        identifier=item.first(),
        title=item.get("label"),
        subtitle=item.get("subtitle"),
        imageIdentifier=item.get("image_identifier"),
        style=item.get("style"),
        order=item.get("order"),
    )


def time_picker(block: Filled) -> Made:
    """Times of an event. The printed request names the extension, so it is named here too."""
    slots: list[Tree] = [_slot(slot) for slot in block.all("timeslot")]
    event = Made(
        block,
        identifier=block.text("identifier"),
        title=block.text("title"),
        timezoneOffset=block.text("timezone_offset"),
        timeslots=slots or None,
        location=_location(block.child("location")),
    )
    return around(block, "event", event, bid=True)


def _slot(slot: Filled) -> Made:
    return Made(
        slot, identifier=slot.first(), startTime=whole_seconds(slot.get("start_time")), duration=slot.get("duration")
    )


def _location(place: Filled | None) -> Made | None:
    if place is None:
        return None
    return Made(
        place,
        title=place.get("name"),
        latitude=place.get("latitude"),
        longitude=place.get("longitude"),
        radius=place.get("radius"),
    )


def app(block: Filled) -> Made:
    """An app of one's own; `data` is there only for what stands in it."""
    pictures, request = images(block), block.text("request_identifier")
    data = Made(block, version="1.0", requestIdentifier=request, images=pictures) if pictures or request else None
    return Made(
        block,
        bid=block.text("bid"),
        data=data,
        appId=block.text("app_id"),
        appName=block.text("app_name"),
        appIcon=block.text("app_icon"),
        URL=block.text("url"),
        sessionIdentifier=block.text("session_identifier"),
        **bubbles(block),
    )


def authenticate(block: Filled) -> Made:
    """A sign-in, which is of the second version."""
    scope, further = block.child("scope"), block.child("additional_parameters")
    oauth2 = Made(
        block,
        responseType="code",
        scope=scope.many("scope") if scope else None,
        state=block.text("state"),
        redirectURI=block.text("redirect_uri"),
        additionalParameters=further.free if further else None,
    )
    return around(block, "authenticate", Made(block, oauth2=oauth2), bid=True, version="2.0")


def payment(block: Filled) -> Made:
    """A request to pay, whose parts are the writer's own."""
    request = block.child("request")
    return around(block, "payment", Made(block, paymentRequest=request.free if request else None))
