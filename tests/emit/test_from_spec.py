"""Specs as people write them, compiled over the real channels."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sendspec.audience import report
from sendspec.audience.people import open_audience
from sendspec.config import Config
from sendspec.emit.constants import constants_of
from sendspec.emit.job import Job
from sendspec.emit.write import write
from sendspec.pipeline import Linter

SENDERS = """
sender alerts sms { id "ACME" }
sender chat rcs { app "a_160000000000000002" }
sender mail email { address "hello@acme.example", name "Acme" }
sender wa whatsapp { app "a_157967534853754560" }
snippet bye "Reply STOP to opt out"
"""


def compiled(root: Path, text: str, versions: dict[str, str] | None = None) -> dict[str, Any]:
    """The files of the one message of a spec, read back."""
    spec = root / "m.send"
    spec.write_text(SENDERS + text, encoding="utf-8")
    config = Config(root, versions=versions or {})
    bound = Linter(dt.date(2026, 11, 25)).bind(spec, config)
    assert [found.message for found in bound.findings if found.severity.value == "error"] == []
    assert bound.unit is not None
    (message,) = bound.unit.messages.values()
    reading = open_audience(message, config, root)
    job = Job(
        message,
        "m.send",
        lambda: report.persons(reading, report.Causes()),
        lambda: reading.tally,
        config,
        {},
        constants=constants_of(bound.unit),
    )
    write([job], root / "out")
    made: dict[str, Any] = {}
    for file in sorted((root / "out" / message.name).iterdir()):
        text = file.read_text(encoding="utf-8")
        made[file.name] = (
            json.loads(text) if file.suffix == ".json" else [json.loads(line) for line in text.splitlines()]
        )
    return made


ROWS = """
  audience rows {
    row { msisdn "+447700900123", name "Ann" }
    row { msisdn "+447700900456", name "$(name)", correlation "b-2" }
  }
"""


def test_sms_goes_by_v1_with_everything_around_it(tmp_path: Path) -> None:
    made = compiled(
        tmp_path,
        f"""message m {{
  vars {{ name text(max 10) }}
  {ROWS}
  delivery {{ expires 2026-11-30T12:30Z, route IMMD }}
  track {{ correlation "apt-{{{{ name }}}}", callback "apt|{{{{ rung }}}}" }}
  try sms from alerts {{ body "Hello {{{{ name }}}}. {{{{ bye }}}}" }}
}}""",
    )
    (line,) = made["rung-1.ndjson"]
    assert [(one["channels"]["sms"]["text"], one["destination"]) for one in line["body"]] == [
        ("Hello Ann. Reply STOP to opt out", [{"msisdn": ["+447700900123"]}]),
        ("Hello $(name). Reply STOP to opt out", [{"msisdn": ["+447700900456"], "correlationid": "b-2"}]),
    ]
    assert [one.get("correlationid") for one in line["body"]] == ["apt-Ann", None]
    assert {(one["expiry"], one["route"], one["callbackData"]) for one in line["body"]} == {
        ("2026-11-30T12:30:00.000Z", "IMMD", "apt|1")
    }


def test_the_same_spec_by_v2_is_one_text_with_substitutions(tmp_path: Path) -> None:
    made = compiled(
        tmp_path,
        f"""message m {{
  vars {{ name text(max 10) }}
  {ROWS}
  try sms from alerts {{ body "Hello {{{{ name }}}}, $(name)" }}
}}""",
        {"sms": "v2"},
    )
    (line,) = made["rung-1.ndjson"]
    assert line["path"] == "/v2/messages"
    assert line["body"]["content"] == {"type": "text", "text": "Hello $(name), $(dollar)name)"}
    assert line["body"]["substitutions"] == {"dollar": "$("}
    assert [entry["substitutions"] for entry in line["body"]["to"]] == [{"name": "Ann"}, {"name": "$(name)"}]


def test_a_fallback_that_the_api_has_is_inside_the_one_request(tmp_path: Path) -> None:
    made = compiled(
        tmp_path,
        f"""message m {{
  vars {{ name text(max 10) }}
  {ROWS}
  try rcs from chat {{ text "Hello {{{{ name }}}}" }}
  else on failed try sms from alerts {{ body "Hello" }}
  else after 20m unless delivered try email from mail {{ subject "Hi", text "{{{{ name }}}}" }}
}}""",
    )
    (line,) = made["rung-1.ndjson"]
    assert line["body"]["options"] == {"smsFallback": True, "smsSenderId": "ACME", "text": "Hello"}
    assert made["rung-3.ndjson"] == []
    assert [rung["waits_for"] for rung in made["plan.json"]["rungs"]] == [[], [1], [1, 2]]
    assert made["plan.json"]["rungs"][2]["without_address"] == 2


def test_a_stored_template_of_whatsapp_is_a_message_for_each_set_of_values(tmp_path: Path) -> None:
    made = compiled(
        tmp_path,
        """message m {
  category utility
  vars { name text(max 20), at datetime }
  audience rows {
    row { waid "447700900123", name "Ann", at 2026-11-30T14:30Z }
    row { waid "447700900456", name "Bob", at 2026-11-30T14:30Z }
  }
  try whatsapp from wa { template "visit_v3" { who = name, time = at | local("Europe/London", "d MMM HH:mm") } }
}""",
    )
    (line,) = made["rung-1.ndjson"]
    assert [one["message"]["template"] for one in line["body"]] == ["visit_v3", "visit_v3"]
    assert "30 Nov 14:30" in json.dumps(line["body"][0]["message"])
    assert line["body"][1]["destination"] == [{"waid": ["447700900456"]}]


def test_a_dollar_in_a_text_arrives_where_nobody_has_a_substitution(tmp_path: Path) -> None:
    rows = 'audience rows { row { msisdn "+447700900123" } }'
    made = compiled(tmp_path, f'message m {{ {rows}, try sms from alerts via v2 {{ body "$(q)" }} }}')
    (line,) = made["rung-1.ndjson"]
    assert line["body"]["content"]["text"] == "$(dollar)q)"
    assert line["body"]["substitutions"] == {"dollar": "$("}


def test_wire_adds_keys_to_elements_of_a_list(tmp_path: Path) -> None:
    wire = 'wire { content { suggestions { item 2 { newFlag yes, key "a b" { item 1 { c 1 } } } } } }'
    made = compiled(
        tmp_path,
        f"""message m {{
  vars {{ name text(max 10) }}
  {ROWS}
  try rcs from chat {{ text "Hello {{{{ name }}}}", reply "Yes" data "y", reply "No" data "n", {wire} }}
}}""",
    )
    (line,) = made["rung-1.ndjson"]
    first, second = line["body"]["content"]["suggestions"]
    assert "newFlag" not in first
    assert second == {"type": "reply", "displayText": "No", "postbackData": "n", "newFlag": True, "a b": [{"c": 1}]}


def test_wire_adds_keys_that_no_declaration_knows(tmp_path: Path) -> None:
    wire = 'wire { newFlag yes, channels { sms { pid "65" } }, channels { sms { udh { a 1 } } } }'
    made = compiled(
        tmp_path,
        f"""message m {{
  vars {{ name text(max 10) }}
  {ROWS}
  try sms from alerts {{ body "Hello {{{{ name }}}}", {wire} }}
}}""",
    )
    (line,) = made["rung-1.ndjson"]
    assert [message["newFlag"] for message in line["body"]] == [True, True]
    assert line["body"][0]["channels"]["sms"] == {
        "senderid": "ACME",
        "text": "Hello Ann",
        "pid": "65",
        "udh": {"a": 1},
    }
