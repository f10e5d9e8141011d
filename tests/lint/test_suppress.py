"""`@allow`: what it takes away, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sendspec.diagnostic import Label
from sendspec.lint.suppress import suppress

TODAY = date(2026, 11, 30)


def codes(unit: Any, found: list[Any], today: date = TODAY) -> list[str]:
    return [each.code for each in suppress(unit, found, today)]


def test_a_finding_inside_the_statement_is_taken_away(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001", '"why"')
    assert codes(unit, [desk.found("SEC001", source, '"x"')]) == []


def test_a_finding_of_another_code_stays_and_the_allow_is_idle(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001", '"why"')
    assert codes(unit, [desk.found("SEC002", source, '"x"')]) == ["SEC002", "ALW004"]


def test_a_finding_outside_the_statement_stays(desk: Any) -> None:
    source = desk.source('@allow(SEC001, "why") body "x"\nbody "y"')
    words = (desk.word(source, "SEC001"), desk.text(source, '"why"'))
    annotation = desk.annotation(source, "allow", '@allow(SEC001, "why")', *words)
    unit = desk.unit(source, desk.statement(source, '@allow(SEC001, "why") body "x"', annotation))
    assert codes(unit, [desk.found("SEC001", source, '"y"')]) == ["SEC001", "ALW004"]


def test_a_finding_is_allowed_where_a_related_label_of_it_stands(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001", '"why"')
    other = desk.source("elsewhere", "b.send")
    found = desk.found("SEC001", other, "elsewhere", Label(source, desk.span(source, "body"), "used here"))
    assert codes(unit, [found]) == []


def test_an_allow_of_a_block_covers_the_statements_in_it(desk: Any) -> None:
    source = desk.source('@allow(SEC001, "why") message { body "x" }')
    words = (desk.word(source, "SEC001"), desk.text(source, '"why"'))
    annotation = desk.annotation(source, "allow", '@allow(SEC001, "why")', *words)
    inner = desk.statement(source, 'body "x"')
    unit = desk.unit(source, desk.statement(source, source.text, annotation, inside=(inner,)))
    assert codes(unit, [desk.found("SEC001", source, '"x"')]) == []


def test_an_allow_of_an_import_holds_but_is_not_judged_here(desk: Any, allow: Any) -> None:
    library, source = allow("SEC001", '"why"')
    idle, _ = allow("SEC002", '"why"')
    unit = desk.unit(desk.source("import", "main.send"), brand=library, other=idle)
    assert codes(unit, [desk.found("SEC001", source, '"x"')]) == []


def test_an_allow_holds_on_its_last_day_and_not_on_the_next(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001", '"why"', ("until", "2026-11-30"))
    found = [desk.found("SEC001", source, '"x"')]
    assert codes(unit, found, date(2026, 11, 30)) == []
    assert codes(unit, found, date(2026, 12, 1)) == ["SEC001", "ALW003"]
    assert codes(unit, [], date(2026, 12, 1)) == ["ALW003"]


@pytest.mark.parametrize(
    ("arguments", "code", "marked"),
    [
        (("SEC001",), "ALW001", "@allow(SEC001)"),
        (("SEC001", ("until", "2027-01-01")), "ALW001", "@allow(SEC001, until 2027-01-01)"),
        (("SEC001", '""'), "ALW001", '""'),
        (("SEC01", '"why"'), "ALW002", "SEC01"),
        ((), "ALW005", "@allow"),
        (('"SEC001"', '"why"'), "ALW005", '"SEC001"'),
        (("SEC001", "why"), "ALW005", "why"),
        (("SEC001", '"why"', "2027-01-01"), "ALW005", "2027-01-01"),
        (("SEC001", '"why"', ("until", "soon")), "ALW005", "until soon"),
        (("SEC001", '"why"', "until"), "ALW005", "until"),
        (("SEC001", '"why"', ("until", "2027-01-01"), "more"), "ALW005", "more"),
        (("ALW004", '"why"'), "ALW006", "ALW004"),
    ],
)
def test_a_faulty_allow_is_one_finding(allow: Any, desk: Any, arguments: Any, code: str, marked: str) -> None:
    unit, source = allow(*arguments)
    (found,) = suppress(unit, [], TODAY)
    assert found.code == code
    assert source.text[found.span.start : found.span.end] == marked


def test_an_allow_without_a_reason_still_takes_its_finding_away(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001")
    assert codes(unit, [desk.found("SEC001", source, '"x"')]) == ["ALW001"]


def test_an_unknown_code_gets_the_nearest_one(allow: Any) -> None:
    assert suppress(allow("SEC01", '"why"')[0], [], TODAY)[0].help == "did you mean `SEC001`?"
    assert suppress(allow("sec001", '"why"')[0], [], TODAY)[0].help == "did you mean `SEC001`?"


def test_no_allow_is_idle_in_a_file_that_cannot_be_read_in_full(desk: Any, allow: Any) -> None:
    unit, source = allow("SEC001", '"why"')
    assert codes(unit, [desk.found("SYN001", source, '"x"')]) == ["SYN001"]


@pytest.mark.parametrize("head", ["snippet", "sender"])
def test_no_allow_is_idle_where_other_files_may_need_it(desk: Any, allow: Any, head: str) -> None:
    unit, source = allow("SEC001", '"why"')
    statement = desk.replace(unit.document.statements[0], head=desk.replace(desk.word(source, "body"), text=head))
    assert codes(desk.unit(source, statement), []) == []
