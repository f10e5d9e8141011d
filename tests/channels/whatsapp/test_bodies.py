"""The bodies beside this file: those that WhatsApp takes, and those with one fault each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sendspec.channels.check import check
from sendspec.channels.declare import Fault
from sendspec.channels.whatsapp import CHANNEL
from sendspec.diagnostic import Severity

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.json"))
FAULTY = sorted(path for path in (HERE / "invalid").glob("*.json") if not path.name.endswith(".expect.json"))


def faults(body: object) -> list[Fault]:
    return list(check(CHANNEL.api().body, body))  # type: ignore[arg-type]  # any JSON may be judged


def pointer(fault: Fault) -> str:
    return "".join(f"/{key}" for key in fault.at)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_body_that_the_api_takes_has_no_error(path: Path) -> None:
    found = faults(json.loads(path.read_text(encoding="utf-8")))
    assert [fault for fault in found if fault.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_the_one_fault_of_a_body_is_found_at_its_place(path: Path) -> None:
    expected = json.loads(path.with_name(f"{path.stem}.expect.json").read_text(encoding="utf-8"))
    errors = [
        fault for fault in faults(json.loads(path.read_text(encoding="utf-8"))) if fault.severity is Severity.ERROR
    ]
    assert (expected["code"], expected["pointer"]) in [(fault.code, pointer(fault)) for fault in errors]


def test_every_sidecar_belongs_to_a_body() -> None:
    sidecars = {path.name.removesuffix(".expect.json") for path in (HERE / "invalid").glob("*.expect.json")}
    assert sidecars == {path.stem for path in FAULTY}


@pytest.mark.parametrize(
    ("name", "severity", "said"),
    [
        (
            "other-forms-image",
            Severity.NOTE,
            {"/channels/OTT-Messaging/wa/image/mimeType": "C34", "/options/trackClicks": "C9"},
        ),
        ("other-forms-document", Severity.NOTE, {"/channels/OTT-Messaging/wa/document/mimeType": "C34"}),
        ("template-without-channels", Severity.NOTE, {"": "C33"}),
        (
            "section-title-by-the-vendor",
            Severity.WARNING,
            {"/channels/OTT-Messaging/wa/list/action/sections/0/title": "an operator takes 20"},
        ),
        (
            "hsm",
            Severity.NOTE,
            {
                "/channels/OTT-Messaging/wa/hsm": "deprecated",
                "/channels/OTT-Messaging/wa/hsm/language/policy": "deprecated",
            },
        ),
    ],
)
def test_other_forms_are_taken_and_named(name: str, severity: Severity, said: dict[str, str]) -> None:
    found = faults(json.loads((HERE / "valid" / f"{name}.json").read_text(encoding="utf-8")))
    assert {pointer(fault) for fault in found} == set(said)
    assert all(said[pointer(fault)] in fault.message for fault in found)
    assert {fault.severity for fault in found} == {severity}


NOISY = {"other-forms-image", "other-forms-document", "template-without-channels", "section-title-by-the-vendor", "hsm"}


@pytest.mark.parametrize("path", [path for path in VALID if path.stem not in NOISY], ids=lambda path: path.stem)
def test_a_body_in_the_current_form_has_nothing_to_say(path: Path) -> None:
    assert faults(json.loads(path.read_text(encoding="utf-8"))) == []


def test_no_message_shows_a_value_of_a_person() -> None:
    for path in FAULTY:
        body = path.read_text(encoding="utf-8")
        for fault in faults(json.loads(body)):
            assert not any(
                private in fault.message for private in ("Owen", "1234567890123456", "123 456", "1985-02-29")
            )
