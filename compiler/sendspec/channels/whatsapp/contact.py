"""A `contact { … }` → one entry of `contacts`. Which parts must be there is not known here."""

from __future__ import annotations

from sendspec.channels.filled import Filled, Made, Tree
from sendspec.channels.whatsapp.words import ADDRESS_PARTS

NAMES = ("formatted_name", "first_name", "middle_name", "last_name", "prefix", "suffix")


def contact(card: Filled) -> Made:
    """The entry of one business card."""
    return Made(
        card,
        name=Made(card, **{part: card.text(part) for part in NAMES}),
        phones=_each(card, "phone", phone="phone", type="type", wa_id="wa_id"),
        emails=_each(card, "email", email="address", type="type"),
        addresses=[_address(address) for address in card.all("address")] or None,
        org=next(iter(_each(card, "org", company="company", department="department", title="title") or ()), None),
        urls=_each(card, "url", url="address", type="type"),
        birthday=card.text("birthday"),
    )


def _each(card: Filled, word: str, **members: str) -> list[Tree] | None:
    """The statements of a word as objects, their slots by member; None when there are none."""
    made: list[Tree] = [
        Made(line, **{member: line.get(slot) for member, slot in members.items()}) for line in card.all(word)
    ]
    return made or None


def _address(address: Filled) -> Made:
    return Made(address, **{part: address.text(part) for part in ADDRESS_PARTS}, type=address.get("type"))
