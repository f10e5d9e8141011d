"""What the pages of a form say together: ids, what follows what, and days.

A check sees a body or the tree of a spec. Single limits are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendspec.channels.apple.checks import member, objects, text, told_apart
from sendspec.channels.declare import Fault, Pointer, about, unless
from sendspec.channels.filled import Made, Tree, known, stated
from sendspec.channels.trail import lacking, misspelt, shown, subject
from sendspec.diagnostic import Severity

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

pages_are_told_apart = told_apart("pageIdentifier", "page")
TYPES = ("select", "picker", "datePicker", "input")
_IDS = ("pageIdentifier", "nextPageIdentifier")
_FORMAT = "MM/dd/yyyy"  # where a page states none
_PARTS = {"MM": r"(?P<month>\d\d)", "dd": r"(?P<day>\d\d)", "yyyy": r"(?P<year>\d{4})"}


def _led(pages: list[dict[str, Any]]) -> bool:
    """Whether every page of a body leads on to one that is there, at a glance."""
    ids = {page["pageIdentifier"] for page in pages} | {""}
    for page in pages:
        named = page.get("nextPageIdentifier", "")
        single = page.get("type") == "select" and page.get("multipleSelection") is not True
        if not (named or single or page.get("submitForm") is True or page is pages[-1]):
            return False
        if not ids.issuperset([named, *[item.get("nextPageIdentifier", "") for item in page.get("items", ())]]):
            return False
    return True


@unless("led(it)", led=_led)
def pages_lead_on(value: Tree, at: Pointer) -> Iterator[Fault]:
    """A page names the next one, unless it is the last, sends the form, or lets its one answer decide."""
    pages = list(objects(value, at))
    ids = {text(page.get("pageIdentifier")) for _, page in pages}
    for place, page in pages:
        last = place[-1] == len(value) - 1 if isinstance(value, list) else True
        yield from _next(page, place, last)
        if None not in ids:
            for where, leaf in _nexts(page, place):
                yield from _dangling(leaf, where, ids, "page")


def _next(page: dict[str, Tree], at: Pointer, last: bool) -> Iterator[Fault]:
    """A page that neither ends the form nor lets its one answer lead on names the next page."""
    place, kind = lacking(page, "nextPageIdentifier", at), known(page.get("type"))
    single = kind == "select" and known(page.get("multipleSelection")) is not True
    ends = last or known(page.get("submitForm")) is True
    if place is None or single or ends or kind not in TYPES or misspelt(page, _IDS, "nextPageIdentifier"):
        return
    said = "the page names no page that follows; only the last, and one where a single answer is chosen, need none"
    help = f"add `{'next_page_identifier' if isinstance(page, Made) else 'nextPageIdentifier'}`"
    yield Fault("APL014", Severity.ERROR, said, place, help, page)


def _nexts(page: dict[str, Tree], at: Pointer) -> Iterator[tuple[Pointer, Tree]]:
    """What a page and its items name as the page that follows."""
    yield (*at, "nextPageIdentifier"), page.get("nextPageIdentifier")
    for place, item in objects(page.get("items"), (*at, "items")):
        yield (*place, "nextPageIdentifier"), item.get("nextPageIdentifier")


def _dangling(leaf: Tree, at: Pointer, ids: set[str | None], what: str) -> Iterator[Fault]:
    said = text(leaf)
    if said and said not in ids:
        message = f"no page of the form has the id {shown(said)}"
        yield Fault("APL015", Severity.WARNING, message, at, f"name a {what} of the form", leaf)


@unless("it['startPageIdentifier'] in [page['pageIdentifier'] for page in it['pages']]")
def starts_somewhere(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The first page is one of the form's."""
    pages = list(objects(member(value, "pages"), ()))
    ids = {text(page.get("pageIdentifier")) for _, page in pages}
    if pages and None not in ids:
        yield from _dangling(member(value, "startPageIdentifier"), (*at, "startPageIdentifier"), ids, "page")


@unless("'private' not in it['data']")
def private_once(value: Tree, at: Pointer) -> Iterator[Fault]:
    """`private` stands in `dynamic`; the table has it in `data` (C49)."""
    inner = member(value, "data", "private")
    if not stated(inner) or not isinstance(value, dict):
        return
    place = (*at, "data", "private")
    if "private" in value:
        said = "`private` stands in `dynamic` and in `data`; it is one member, written twice"
        yield Fault("API006", Severity.ERROR, said, place, "keep the one in `dynamic`", inner, True)
    else:
        said = "`private` stands in `data`; the compiler writes it into `dynamic` (C49)"
        yield Fault("API007", Severity.NOTE, said, place, "move it into `dynamic`", inner, True)


@about("selectedItemIndex")
def selected_item(value: Tree, at: Pointer) -> Iterator[Fault]:
    """The item that is chosen at first is one of the page's."""
    index, items = known(member(value, "selectedItemIndex")), member(value, "items")
    if isinstance(value, dict) and isinstance(index, int) and isinstance(items, list) and index >= len(items) > 0:
        leaf, place = value["selectedItemIndex"], (*at, "selectedItemIndex")
        said = f"{subject((None, 'selectedItemIndex'), leaf)} is {index}; the page has {len(items)} items, from 0"
        yield Fault("APL016", Severity.WARNING, said, place, "name one of the items", leaf)


def _in_order(options: dict[str, str]) -> bool:
    """Whether the days of a page are days, and in order, at a glance."""
    days = [options[key] for key in ("minimumDate", "startDate", "maximumDate") if options.get(key)]
    spelt = all(re.fullmatch(r"(?:0[1-9]|1[0-2])/(?:0[1-9]|1[0-9]|2[0-8])/[1-9][0-9]{3}", day) for day in days)
    ordered = [day[6:] + day[:5] for day in days]
    return spelt and ordered == sorted(ordered)


@about("minimumDate", "startDate", "maximumDate")
@unless(f"it.get('dateFormat', {_FORMAT!r}) == {_FORMAT!r} and in_order(it)", in_order=_in_order)
def dates(value: Tree, at: Pointer) -> Iterator[Fault]:
    """Days are written as `dateFormat` says, and stand in order. A format with other parts is not looked into."""
    form = text(member(value, "dateFormat")) or _FORMAT
    found: dict[str, date] = {}
    for key in ("minimumDate", "startDate", "maximumDate"):
        said = text(member(value, key))
        if not said or not isinstance(value, dict):
            continue
        day = _day(said, form)
        if day is None:
            message = f"{subject((None, key), value[key])} is {shown(said)}; expected a day as `{form}` writes it"
            yield Fault("APL031", Severity.WARNING, message, (*at, key), None, value[key])
        elif isinstance(day, date):
            found[key] = day
    for earlier, later in (("minimumDate", "startDate"), ("startDate", "maximumDate"), ("minimumDate", "maximumDate")):
        if earlier in found and later in found and found[earlier] > found[later] and isinstance(value, dict):
            first, second = (subject((None, key), value[key]) for key in (later, earlier))
            message = f"{first} is before {second}"
            yield Fault("APL031", Severity.WARNING, message, (*at, later), "put the days in order", value[later])
            return


def _day(said: str, form: str) -> date | bool | None:
    """The day that a text names by a format; False when the format is not understood, None when it is no such day."""
    if sorted(re.findall(r"[A-Za-z]+", form)) != sorted(_PARTS):
        return False
    pattern = "".join(_PARTS.get(part, re.escape(part)) for part in re.split(r"(MM|dd|yyyy)", form))
    found = re.fullmatch(pattern, said, re.ASCII)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None
