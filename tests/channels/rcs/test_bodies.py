"""The bodies beside this file: those that RCS takes, and those with one fault each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sendspec.channels.check import check
from sendspec.channels.declare import Fault
from sendspec.channels.rcs import CHANNEL
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


@pytest.mark.parametrize(
    "path", [path for path in VALID if path.stem not in ("other-forms", "looser-counts")], ids=lambda path: path.stem
)
def test_a_body_in_the_current_form_has_nothing_to_say(path: Path) -> None:
    assert faults(json.loads(path.read_text(encoding="utf-8"))) == []


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


def test_other_forms_that_pages_have_are_named_with_the_current_one() -> None:
    found = faults(json.loads((HERE / "valid" / "other-forms.json").read_text(encoding="utf-8")))
    said = {pointer(fault): fault.message for fault in found}
    assert "C22" in said["/content/richCard/media/fileSize"]
    assert "C22" in said["/content/richCard/thumbnail/filesize"]
    assert "C25" in said["/content/richCard/suggestions/0/URL"]
    assert "C24" in said["/options/carrierId"]
    assert "C9" in said["/options/smsFallback"]
    assert {fault.severity for fault in found} == {Severity.NOTE}
