"""Of the people of the spec itself lint says what compile says: no more and no less."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic
from sendspec.emit.failure import RefusedError
from sendspec.emit.ladder import stages
from sendspec.pipeline import Linter, Request, job

SENDERS = """sender alerts sms { id "ACME" }
sender chat rcs { app "a_1" }
sender mail email { address "hello@acme.example" }
sender abc apple { app "a_2" }
sender inside inapp { app "a_3" }
sender phones push { app "a_4" }
sender wa whatsapp { app "a_5" }
sender page messenger { app "a_6" }
sender pics mms { id "12025550100" }
"""
ROW = (
    'row { msisdn "+12025550142", email "ann@example.com", abc_user "urn:mbid:AQ", userid "u-1", waid "447700900123", '
    'psid "1", u "VALUE" }'
)
BUBBLES = 'request_identifier "r", received_message { title "T" }, reply_message { title "T" }'
#: Each with a place for a personal text.
RUNGS = (
    "sms from alerts { body U }",
    "sms from alerts via v2 { body U }",
    "rcs from chat { text U }",
    'rcs from chat { card { title "T", image U height medium, open "See" url "https://a.example/{{ u }}" } }',
    'email from mail { subject U, text "Hi", html "<p>{{ u }}</p>" }',
    'email from mail { subject "Hi", text "Hi", attach "a" url U type "image/png" }',
    f'apple from abc {{ list_picker {{ {BUBBLES}, section {{ item U "A" }}, image U identifier "i" }} }}',
    'apple from abc { quick_reply "Well?" { request_identifier "r", item "a" U, item "b" "B" } }',
    'inapp from inside { thread "t", cards { card { title "T", image U, open "See" url U data "a" } } }',
    "push from phones { android { text U, open deeplink U } }",
    'whatsapp from wa { buttons { body "Well?", reply "Yes" data U, reply "No" data "n" } }',
    "messenger from page { image U }",
    'mms from pics { subject U, slide { text "T", image U } }',
)
VALUES = (
    "foo",
    "https://a.example/x.png",
    "http://a.example/x.jpg",
    "a://b",
    "x y",
    "😀",
    "<b>&",
    "$(x)",
    "n",
    "-5",
    "",
)


def refused(linter: Linter, path: Path) -> tuple[Diagnostic, ...]:
    """Why the messages of a spec do not compile."""
    unit = linter.bind(path, Config(path.parent)).unit
    assert unit is not None
    for message in unit.messages.values():
        work = job(linter, path, message, Request(), [])
        try:
            for stage in stages(work):
                for person in work.people():
                    list(stage.add(person))
                list(stage.close())
        except RefusedError as stopped:
            return stopped.diagnostics
    return ()


@pytest.mark.parametrize("rung", RUNGS)
def test_lint_and_compile_agree_on_every_value(tmp_path: Path, rung: str) -> None:
    spec, wrong = tmp_path / "a.send", 0
    for value in VALUES:
        row = ROW.replace("VALUE", value)
        spec.write_text(
            f'{SENDERS}message m {{\n  category service\n  vars {{ u text(max 60) = "" }}\n'
            f"  audience rows {{ {row} }}\n  try {rung.replace('U', 'u')}\n}}\n",
            encoding="utf-8",
        )
        linter = Linter(dt.date(2026, 11, 25))
        found = [each for each in linter.lint(spec, Config(tmp_path)) if each.severity.value == "error"]
        lost = refused(linter, spec)
        assert {each.code for each in found} == {each.code for each in lost}, value
        told = {each.message for each in lost} if value else {each.message for each in found}
        assert {each.message for each in found} == told, value  # a text that is empty is not there for compile
        wrong += bool(lost)
    assert 0 < wrong < len(VALUES), "some of the values are wrong there, and some are not"
