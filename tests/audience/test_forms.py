"""Addresses are held against what the channels of the ladder take, wherever they come from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.audience.forms import SURE
from sendspec.channels import channel, names
from sendspec.channels.check import check
from sendspec.channels.declare import Array, Object
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.config import Config
from sendspec.pipeline import Linter
from sendspec.values.read import Trouble, address

SPEC = """sender abc apple {{ app "a_1" }}
sender wa whatsapp {{ app "a_2" }}
sender alerts sms {{ id "ACME" }}
message m {{
  audience {audience}
  try {rung}
}}
"""
APPLE, WHATSAPP, LADDER = (
    'apple from abc { text "Hi" }',
    'whatsapp from wa { template "t" }',
    'apple from abc { text "Hi" }\n else on failed try sms from alerts { body "Hi" }',
)


def rejected(folder: Path, audience: str, rung: str) -> list[tuple[str, str]]:
    spec = folder / "a.send"
    spec.write_text(SPEC.format(audience=audience, rung=rung), encoding="utf-8")
    found = Linter(dt.date(2026, 11, 25)).lint(spec, Config(folder))
    return [(each.code, each.source.text[each.span.start : each.span.end]) for each in found if each.code[:3] == "AUD"]


@pytest.mark.parametrize(
    ("cells", "rung", "wrong"),
    [
        ('abc_user "AQAA"', APPLE, 'abc_user "AQAA"'),
        ('abc_user "urn:mbid:AQAA"', APPLE, ""),
        ('abc_user "AQAA", msisdn "+447700900123"', LADDER, 'abc_user "AQAA"'),
        ('bsuid "GB.abc"', WHATSAPP, 'bsuid "GB.abc"'),
        ('bsuid "GB.1000000000000001"', WHATSAPP, ""),
        ('msisdn "+447700900123", abc_user "AQAA"', 'sms from alerts { body "Hi" }', ""),
    ],
)
def test_the_address_of_an_inline_row_has_the_form_of_its_channel(
    tmp_path: Path, cells: str, rung: str, wrong: str
) -> None:
    expected = [("AUD009", wrong)] if wrong else []
    assert rejected(tmp_path, f"rows {{ row {{ {cells} }} }}", rung) == expected


def test_so_has_that_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("id\nurn:mbid:AQAA\nAQAA\n", encoding="utf-8")
    assert rejected(tmp_path, 'csv "p.csv" { abc_user <- id }', APPLE) == [("AUD009", "abc_user <- id")]


def test_the_value_is_masked_and_the_help_says_what_to_take(tmp_path: Path) -> None:
    (tmp_path / "a.send").write_text(SPEC.format(audience='rows { row { abc_user "Ann" } }', rung=APPLE), "utf-8")
    all_found = Linter(dt.date(2026, 11, 25)).lint(tmp_path / "a.send", Config(tmp_path))
    (found,) = (each for each in all_found if each.code == "AUD009")
    assert "Ann" not in found.message
    assert found.help == "take the id that came with the person's own message, whole"


LOCAL = st.from_regex(r"[A-Za-z0-9_.+'@ -]{1,70}", fullmatch=True)
WRITTEN = {
    "msisdn": st.from_regex(r"\+?[0-9 ()-]{3,20}", fullmatch=True),
    "email": st.builds("{}@{}".format, LOCAL, st.from_regex(r"[a-z0-9äß.-]{1,70}\.[a-z]{1,9}", fullmatch=True)),
}


@pytest.mark.parametrize("kind", sorted(SURE))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_reads_as_a_number_or_a_mail_address_is_one_for_every_channel(kind: str, data: st.DataObject) -> None:
    value = address(kind, None)(data.draw(WRITTEN[kind]))
    if isinstance(value, Trouble):
        return
    for declared in map(channel, names()):
        for api in declared.apis:
            people = api.body.members["destination" if api.version == "v1" else "to"].shape
            assert isinstance(people, Array)
            assert isinstance(people.of, Object)
            if (member := people.of.members.get(ADDRESS_KEYS[kind])) is not None:
                assert list(check(member.shape, [str(value)])) == []
