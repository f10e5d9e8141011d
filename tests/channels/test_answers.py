"""The codes that the API answers: told, and bound to rules that exist."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sendspec.channels.answers import answers
from sendspec.cli.app import app
from sendspec.lint import registry

ALL = list(answers())
#: What the vendor's pages list for answers of v1 and v2, on every channel.
LISTED = ("1001", *(f"70{number:02}" for number in (*range(10), 10, 11, 16, 20, 22)), "7101", "7102", "7104", "7107")


def explained(code: str) -> str:
    run = CliRunner().invoke(app, ["explain", code], standalone_mode=False)
    assert run.exception is None
    return run.output


def test_every_rule_that_prevents_an_answer_is_one() -> None:
    assert sorted({rule for _, answer in ALL for rule in answer.rules} - set(registry.codes())) == []


def test_every_code_stands_once_on_its_channel() -> None:
    assert len({(title, answer.code) for title, answer in ALL}) == len(ALL)


@pytest.mark.parametrize("code", LISTED)
def test_a_listed_code_is_explained(code: str) -> None:
    assert explained(code).startswith(f"{code}, an answer of the API\n")


def test_a_code_says_which_rules_find_it_before() -> None:
    assert "API022  too-many-destinations" in explained("7009")


def test_a_code_that_two_channels_have_is_told_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [("", answer) for _, answer in ALL[:1]] + [("SMS", answer) for _, answer in ALL[:1]]
    monkeypatch.setattr("sendspec.channels.answers.answers", lambda: iter(twice))
    assert "an answer of the API on SMS" in explained("1001")


def test_a_code_that_nobody_answers_is_told_as_such() -> None:
    run = CliRunner().invoke(app, ["explain", "6999"], standalone_mode=False)
    assert "no code 6999" in str(run.exception)
