"""A form in a body → the words of its block."""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.apple.pages import DATE, INPUT
from sendspec.channels.apple.reading_shared import Tree, one, switch
from sendspec.channels.apple.words_form import KEYBOARDS
from sendspec.channels.said import Said, elements, members, say

_WORDS = {"select": "select", "picker": "picker", "datePicker": "date_picker", "input": "input"}


def form(dynamic: Tree) -> Iterator[Said | None]:
    """What a form says beside pictures and bubbles."""
    data = members(dynamic, "data")
    pages = elements(data.get("pages"))
    start = data.get("startPageIdentifier")
    first = pages[0].get("pageIdentifier") if pages else None
    yield one("start_page_identifier", None if start == first else start)
    yield switch("show_summary", data.get("showSummary"))
    yield switch("private", dynamic.get("private"))
    if "splash" in data:
        splash = members(data, "splash")
        said = {
            "header": "header",
            "text": "splashtext",
            "button": "buttonTitle",
            "image_identifier": "imageIdentifier",
        }
        yield say("splash", block=[one(word, splash.get(key)) for word, key in said.items()])
    yield from map(_page, pages)


def _page(page: Tree) -> Said | None:
    kind = page.get("type")
    word = _WORDS.get(kind) if isinstance(kind, str) else None
    if word is None:
        return None
    options = members(page, "options")
    own = [one("title", page.get("title")), one("subtitle", page.get("subtitle"))]
    if kind == "select":
        own += [switch("multiple_selection", page.get("multipleSelection")), *_items(page, True)]
    elif kind == "picker":
        own += [one("selected_item_index", page.get("selectedItemIndex")), *_items(page, False)]
    elif kind == "datePicker":
        own += [one("hint_text", page.get("hintText")), *(one(said, options.get(key)) for said, key in DATE.items())]
    else:
        own += [_option(said, options.get(key)) for said, key in INPUT.items()]
    own += [one("next_page_identifier", page.get("nextPageIdentifier")), switch("submit_form", page.get("submitForm"))]
    return say(word, page.get("pageIdentifier"), block=own)


def _option(word: str, value: object) -> Said | None:
    """An option of an input. A keyboard that Apple does not know has no word."""
    if word == "keyboard_type" and value not in KEYBOARDS:
        return None
    return switch(word, value) if word == "required" else one(word, value)


def _items(page: Tree, leads: bool) -> Iterator[Said | None]:
    for item in elements(page.get("items")):
        following = item.get("nextPageIdentifier") if leads else None
        picture = item.get("imageIdentifier") if leads else None
        yield say(
            "item",
            item.get("identifier"),
            item.get("title"),
            value=item.get("value"),
            next_page_identifier=following,
            image_identifier=picture,
        )
