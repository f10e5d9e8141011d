"""Habits from other languages are told once, with what to write instead, and what was meant is read all the same."""

from __future__ import annotations

import pytest

from sendspec.diagnostic import Diagnostic
from sendspec.model.bind import Binder
from sendspec.model.loader import Found, Missing

SPEC = """
sender alerts sms {{ id "ACME" }}
message visit {{
  category {category}
  vars {{ place text({most}) }}
  audience rows {{ row {{ msisdn "+447700900123", place "x" }} }}
  try sms from alerts {{ body {body} }}
}}
"""


class _Nothing:
    def load(self, importer: str, path: str) -> Found | Missing:
        return Missing("absent", "does not exist")


def _found(category: str = "utility", most: str = "max 9", body: str = '"{{ place }}"') -> list[Diagnostic]:
    data = SPEC.format(category=category, most=most, body=body).encode()
    return list(Binder(_Nothing(), {}).bind("a.send", data).findings)


def test_the_template_of_these_tests_is_clean() -> None:
    assert _found() == []


@pytest.mark.parametrize(
    ("given", "message", "help"),
    [
        ({"body": '= "{{ place }}"'}, "`=` after `body`; a value follows its name after a blank", "write `body …`"),
        (
            {"category": "= utility"},
            "`=` after `category`; a value follows its name after a blank",
            "write `category …`",
        ),
        (
            {"category": '"utility"'},
            "a text; expected `utility`, `marketing`, `authentication` or `service`",
            "write `utility` without quotes",
        ),
        ({"most": "max=9"}, "`=` after `max`; a value follows its name after a blank", "write `max 30`"),
    ],
)
def test_a_habit_is_told_once(given: dict[str, str], message: str, help: str) -> None:
    assert [(one.message, one.help) for one in _found(**given)] == [(message, help)]


def test_the_sign_that_other_languages_want_can_be_taken_out() -> None:
    (found,) = _found(category="= utility")
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert found.source.text[edit.span.start : edit.span.end] == " ="
