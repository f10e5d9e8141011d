"""What a form holds: `dynamic`, its beginning and its pages by type (facts §4.7), with every limit."""

from __future__ import annotations

from sendspec.channels.apple import checks_form
from sendspec.channels.apple.checks import choices, named
from sendspec.channels.apple.pieces import COMPLIANCE, PAGE, label, labels, may, needed, texts
from sendspec.channels.apple.strings import KEYBOARD
from sendspec.channels.declare import Anything, Array, Limit, Member, Number, Object, OneOf, String, Switch
from sendspec.values.bounds import Unit

PAGE_ID = Limit("APL010", PAGE, 19)
PAGES = Limit("APL011", PAGE, least=1, unit=Unit.ITEMS)
OWN = ("multipleSelection", "items", "selectedItemIndex", "hintText", "options")

_SPLASH = Object(
    {**texts("header", "splashtext", "imageIdentifier"), "buttonTitle": needed(label())}, "a form's splash"
)


def _page(title: str, *checks: object, **own: Member) -> Object:
    """A page of one type."""
    return Object(
        {
            "pageIdentifier": needed(String((PAGE_ID,))),
            "type": needed(String(choices=checks_form.TYPES)),
            "title": may(label()),
            "subtitle": needed(label()),
            "nextPageIdentifier": may(String()),
            "submitForm": may(Switch()),
            **own,
        },
        title,
        checks=checks,  # type: ignore[arg-type]  # each is a Check
    )


_CHOICE = {**texts("identifier", "value"), **labels("title")}
_NAMED = (named("item", "identifier", "title"),)
_ANY = choices("items", "the page", "an `item`")
_SELECT = _page(
    "a page to select on",
    _ANY,
    multipleSelection=may(Switch()),
    items=may(
        Array(Object({**_CHOICE, **texts("nextPageIdentifier", "imageIdentifier")}, "an item of a page", checks=_NAMED))
    ),
)
_PICKER = _page(
    "a page with a picker",
    _ANY,
    checks_form.selected_item,
    selectedItemIndex=may(Number(0, whole=True)),
    items=may(Array(Object(_CHOICE, "an item of a page", checks=_NAMED))),
)
_DATE = _page(
    "a page with a day",
    hintText=may(label()),
    options=may(
        Object(
            {**texts("startDate", "minimumDate", "maximumDate", "dateFormat"), "labelText": may(label())},
            "the options of a day",
            checks=(checks_form.dates,),
        )
    ),
)
_INPUT = _page(
    "a page to write on",
    options=may(
        Object(
            {
                "required": may(Switch()),
                "inputType": may(String()),
                "maximumCharacterCount": may(Number(1, whole=True)),
                "keyboardType": Member(String(form=KEYBOARD), source=f"{COMPLIANCE}, C84"),
                "placeholder": may(String()),
            },
            "the options of an input",
        )
    ),
)
_PAGES = Array(
    OneOf(
        "type",
        {"select": _SELECT, "picker": _PICKER, "datePicker": _DATE, "input": _INPUT},
        _page("a page", **{own: may(Anything()) for own in OWN}),
    ),
    (PAGES,),
    (checks_form.pages_are_told_apart, checks_form.pages_lead_on),
)
_DATA = Object(
    {
        "startPageIdentifier": needed(String()),
        "showSummary": may(Switch()),
        "private": Member(Switch(), source=f"{PAGE}, C49"),
        "splash": may(_SPLASH),
        "pages": needed(_PAGES),
    },
    "a form's data",
    checks=(checks_form.starts_somewhere,),
)
FORM = Object(
    {"private": Member(Switch(), source=f"{PAGE}, C49"), "data": needed(_DATA)},
    "a form",
    checks=(checks_form.private_once,),
)
