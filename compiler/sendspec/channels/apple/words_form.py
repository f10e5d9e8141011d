"""The words of a form: its beginning and its pages. It must not know the shape of a request."""

from __future__ import annotations

from sendspec.channels.apple.words_shared import (
    IDENTIFIER,
    IMAGE_IDENTIFIER,
    INTERACTIVE,
    number,
    one,
    option,
    switch,
)
from sendspec.channels.declare import Slot, Takes, Word

#: The kinds of keyboard that Apple knows (facts §8.5).
KEYBOARDS = (
    "default", "asciiCapable", "numbersAndPunctuation", "URL", "numberPad", "phonePad", "namePhonePad", "emailAddress",
    "decimalPad", "webSearch",
)  # fmt: skip
NEXT = "next_page_identifier"
_NEXT = "the page that follows"


def _page(name: str, about: str, *own: Word) -> Word:
    """A page of the form, with its own words."""
    return Word(
        name,
        (Slot("id", Takes.TEXT, about="the page's id, fewer than 20 characters"),),
        block=(
            one("title", "the heading"),
            one("subtitle", "the question", required=True),
            *own,
            one(NEXT, f"{_NEXT}; the last has none"),
            switch("submit_form", "whether the form is sent from this page"),
        ),
        most=None,
        about=about,
    )


def _item(*options: Slot) -> Word:
    return Word(
        "item",
        (IDENTIFIER, Slot("label", Takes.TEXT, about="what it is called")),
        (option("value", "what is sent for it"), *options),
        most=None,
        about="an answer to choose",
    )


_SELECT = _page(
    "select",
    "a page with answers to tap",
    switch("multiple_selection", "whether several can be chosen"),
    _item(option(NEXT, f"{_NEXT} when it is chosen, where one alone can be"), IMAGE_IDENTIFIER),
)
_PICKER = _page(
    "picker",
    "a page with a wheel of answers",
    number("selected_item_index", "the answer that is chosen at first, from 0"),
    _item(),
)
_DATE_PICKER = _page(
    "date_picker",
    "a page that asks for a day",
    one("hint_text", "the small line"),
    one("start_date", "the day that is shown at first"),
    one("minimum_date", "the first day that can be chosen"),
    one("maximum_date", "the last day that can be chosen"),
    one("date_format", "how days are written; `MM/dd/yyyy` unless stated"),
    one("label_text", "what stands beside the day"),
)
_INPUT = _page(
    "input",
    "a page to write on",
    switch("required", "whether something has to be written"),
    one("input_type", "`multiline` for several lines"),
    number("maximum_character_count", "30 unless stated, 300 for several lines"),
    Word(
        "keyboard_type",
        (Slot("keyboard_type", Takes.CHOICE, choices={name: name for name in KEYBOARDS}),),
        about="the keyboard that opens",
    ),
    one("placeholder", "what stands there before anything is written"),
)

FORM = Word(
    "form",
    block=(
        one("start_page_identifier", "the first page; the one that stands first unless stated"),
        switch("show_summary", "whether the answers are shown before they are sent; no unless stated"),
        switch("private", "whether the answers are hidden afterwards; no unless stated"),
        Word(
            "splash",
            block=(
                one("header", "its heading"),
                one("text", "what it says"),
                one("button", "the text of its button", required=True),
                one("image_identifier", "its picture, one of the `image` lines"),
            ),
            about="what is shown before the first page",
        ),
        _SELECT,
        _PICKER,
        _DATE_PICKER,
        _INPUT,
        *INTERACTIVE,
    ),
    kind=True,
    about="a form of several pages",
)
