"""The SMS that stands in for an MMS: when it travels inside the request, and with whose values."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.emit.ladder import stages
from sendspec.model.nodes import Message
from sendspec.pipeline import Linter, Request, job

SENDERS = """
sender deck mms { id "+12025550119" }
sender desk sms { id "12025550119" }
sender name sms { id "FERRY" }
"""
SLIDES = """
    subject "Your ferry to {{ isle }}"
    slide { text "{{ name }}, it leaves at 9", image "https://cdn.ferry.example/{{ isle }}.jpg" }
    slide { text "{{ isle }} is $(9) away", file "https://cdn.ferry.example/list.pdf" }
"""
UNUSED = "NAM005"  # one of the senders
TEMPLATE = 'template "MMFERRY042" { name = name, isle = isle }'
PLAIN = 'else on failed try sms from desk { body "{{ name }}, pier 2" }'
PEOPLE = (("Isla", "mull"), ("Marc", "mull"), ("Rhona", "iona"))


def spec(slides: str = SLIDES, then: str = PLAIN) -> str:
    rows = "\n".join(
        f'row {{ msisdn "+1202555013{at}", name "{name}", isle "{isle}" }}' for at, (name, isle) in enumerate(PEOPLE)
    )
    return f"""{SENDERS}
message trip {{
  vars {{ name text(max 30) @pii, isle id(max 8) }}
  audience rows {{
{rows}
  }}
  try mms from deck {{ {slides} }}
  {then}
}}
"""


def linted(folder: Path, text: str) -> tuple[Message, list[str], Linter, Path]:
    path = folder / "a.send"
    path.write_text(text, encoding="utf-8")
    linter = Linter(dt.date(2026, 11, 25))
    found = linter.lint(path, Config(folder))
    unit = linter.bind(path, Config(folder)).unit
    assert unit is not None
    told = [each.code for each in found if each.severity is not Severity.NOTE and each.code != UNUSED]
    return unit.messages["trip"], told, linter, path


def compiled(folder: Path, text: str) -> list[Any]:
    message, told, linter, path = linted(folder, text)
    assert told == []
    return requests(message, linter, path)


def requests(message: Message, linter: Linter, path: Path) -> list[Any]:
    work = job(linter, path, message, Request(), [])
    stage, *_ = stages(work)
    lines = [line for person in work.people() for line in stage.add(person)]
    return [line.body for line in (*lines, *stage.close())]


def test_a_plain_sms_on_failure_travels_inside_the_request(tmp_path: Path) -> None:
    first, second = compiled(tmp_path, spec())
    assert first["from"] == "12025550119"
    assert first["content"] == {
        "subject": "Your ferry to mull",
        "fallbacktext": "$(name), pier 2",
        "name": "trip",
        "attachments": [
            {
                "type": "image",
                "messageText": "$(name), it leaves at 9",
                "mediaUrl": "https://cdn.ferry.example/mull.jpg",
                "duration": 5,
            },
            {
                "type": "pdf",
                "messageText": "$(isle) is $(dollar)9) away",
                "mediaUrl": "https://cdn.ferry.example/list.pdf",
                "duration": 5,
            },
        ],
    }
    assert first["substitutions"] == {"dollar": "$("}
    assert [person["substitutions"] for person in first["to"]] == [
        {"name": "Isla", "isle": "mull"},
        {"name": "Marc", "isle": "mull"},
    ]
    assert second["content"]["subject"] == "Your ferry to iona"
    assert [person["substitutions"] for person in second["to"]] == [{"name": "Rhona", "isle": "iona"}]


@pytest.mark.parametrize(
    ("slides", "then"),
    [
        (TEMPLATE, PLAIN),
        (SLIDES, 'else on failed try sms from desk { body "{{ name }}, pier 2", unicode yes }'),
        (SLIDES, 'else on failed try sms from desk { template "5S2FERRY" { name = name } }'),
        (SLIDES, 'else after 10m unless delivered try sms from desk { body "{{ name }}, pier 2" }'),
    ],
    ids=["beside a template", "unicode", "a stored text", "after a while"],
)
def test_what_the_request_has_no_place_for_stays_a_rung_of_its_own(slides: str, then: str, tmp_path: Path) -> None:
    message, told, *_ = linted(tmp_path, spec(slides, then))
    assert told == []
    assert [rung.native for rung in message.rungs] == [False, False]
    assert [bool(rung.fragments) for rung in message.rungs] == [True, True]
    (fragments,) = message.rungs[0].fragments.values()
    assert "fallback" not in fragments


def test_the_same_sms_is_carried_beside_slides(tmp_path: Path) -> None:
    message, *_ = linted(tmp_path, spec())
    assert [rung.native for rung in message.rungs] == [False, True]


def test_a_sender_that_the_request_cannot_name_is_told(tmp_path: Path) -> None:
    message, told, *_ = linted(tmp_path, spec(then='else on failed try sms from name { body "{{ name }}, pier 2" }'))
    assert told == ["MMS017"]
    assert message.rungs[1].native


def test_an_empty_name_and_no_time_are_left_out(tmp_path: Path) -> None:
    slides = 'subject "Your ferry", name "", slide { text "{{ name }}: {{ isle }}", timed no }'
    message, told, linter, path = linted(tmp_path, spec(slides, ""))
    assert told == ["MMS007"]
    (body,) = requests(message, linter, path)
    assert body["content"] == {
        "subject": "Your ferry",
        "attachments": [{"type": "text", "messageText": "$(name): $(isle)"}],
    }


def test_an_empty_text_behind_is_told_as_that_of_its_rung(tmp_path: Path) -> None:
    path = tmp_path / "m.send"
    path.write_text(
        """sender pictures mms { id "12025550100" }
sender alerts sms { id "12025550100" }
message m {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pictures {
    subject "The way"
    slide { text "Left", image "https://cdn.acme.example/map.jpg" }
  }
  else on failed try sms from alerts { body "" }
}
""",
        encoding="utf-8",
    )
    found = Linter(dt.date(2026, 11, 25)).lint(path, Config(tmp_path))
    assert [each.code for each in found] == ["SMS001"]
