"""A `form { … }` → `interactiveData`: its beginning and its pages in order. Which page needs what is not known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sendspec.channels.apple.bubbles import around
from sendspec.channels.filled import Filled, Leaf, Made, Tree

#: Where a form without pages begins: that it has none is told, and not that it begins nowhere.
NOWHERE = "-"


def form(block: Filled) -> Made:
    """The form; its first page is the one that stands first, unless it names another."""
    pages: list[Tree] = [_page(page) for page in block.all(*KINDS)]
    data = Made(
        block,
        startPageIdentifier=block.text("start_page_identifier") or (_first(block) if pages else NOWHERE),
        showSummary=block.text("show_summary"),
        splash=_splash(block.child("splash")),
        pages=pages,
    )
    return around(block, "dynamic", Made(block, private=block.text("private"), data=data))


def _first(block: Filled) -> Leaf | None:
    page = next(block.all(*KINDS), None)
    return page.first() if page else None


def _splash(splash: Filled | None) -> Made | None:
    if splash is None:
        return None
    return Made(
        splash,
        header=splash.text("header"),
        splashtext=splash.text("text"),
        buttonTitle=splash.text("button"),
        imageIdentifier=splash.text("image_identifier"),
    )


def _page(page: Filled) -> Made:
    kind, own = KINDS[page.word.name]
    return Made(
        page,
        pageIdentifier=page.first(),
        type=kind,
        title=page.text("title"),
        subtitle=page.text("subtitle"),
        **own(page),
        nextPageIdentifier=page.text("next_page_identifier"),
        submitForm=page.text("submit_form"),
    )


def _items(page: Filled) -> list[Tree] | None:
    made: list[Tree] = [
        Made(
            item,
            identifier=item.first(),
            title=item.get("label"),
            value=item.get("value"),
            nextPageIdentifier=item.get("next_page_identifier"),
            imageIdentifier=item.get("image_identifier"),
        )
        for item in page.all("item")
    ]
    return made or None


def _select(page: Filled) -> dict[str, Tree]:
    return {"multipleSelection": page.text("multiple_selection"), "items": _items(page)}


def _picker(page: Filled) -> dict[str, Tree]:
    return {"selectedItemIndex": page.text("selected_item_index"), "items": _items(page)}


#: The words of the options of a day and of an input, and the member of each.
DATE = {
    "start_date": "startDate",
    "minimum_date": "minimumDate",
    "maximum_date": "maximumDate",
    "date_format": "dateFormat",
    "label_text": "labelText",
}
INPUT = {
    "required": "required",
    "input_type": "inputType",
    "maximum_character_count": "maximumCharacterCount",
    "keyboard_type": "keyboardType",
    "placeholder": "placeholder",
}


def _date_picker(page: Filled) -> dict[str, Tree]:
    return {"hintText": page.text("hint_text"), "options": _options(page, DATE)}


def _input(page: Filled) -> dict[str, Tree]:
    return {"options": _options(page, INPUT)}


def _options(page: Filled, members: Mapping[str, str]) -> Made | None:
    return Made(page, **{member: page.text(word) for word, member in members.items()}) or None


#: By word: the type of the page, and what makes its own members.
KINDS: Mapping[str, tuple[str, Callable[[Filled], dict[str, Tree]]]] = {
    "select": ("select", _select),
    "picker": ("picker", _picker),
    "date_picker": ("datePicker", _date_picker),
    "input": ("input", _input),
}
