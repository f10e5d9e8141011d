"""What is certainly the same for everybody is told as the same, though it differs from person to person."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sendspec.config import Config
from sendspec.pipeline import lint_file

ROW = 'row { waid "447700900123", abc_user "urn:mbid:AQ", userid "u-1", ref "r", other "o" }'
APPLE = 'request_identifier "r", received_message {{ title "T" }}, reply_message {{ title "T" }}'


def found(folder: Path, rung: str) -> list[tuple[str, str]]:
    channel, _, block = rung.partition(" ")
    spec = folder / "a.send"
    spec.write_text(
        f'sender s {channel} {{ app "a_1" }}\nmessage m {{\n  category service\n'
        f"  vars {{ ref id(max 9), other id(max 9) }}\n  audience rows {{ {ROW} }}\n"
        f"  try {channel} from s {{ {block} }}\n}}\n",
        encoding="utf-8",
    )
    told = lint_file(spec, Config(folder), dt.date(2026, 11, 25))
    return [
        (each.code, each.source.text[each.span.start : each.span.end])
        for each in told
        if each.severity.value == "error"
    ]


@pytest.mark.parametrize(
    ("rung", "code"),
    [
        ('whatsapp buttons {{ body "Well?", reply "Yes" data {0}, reply "No" data {1} }}', "WAP025"),
        (
            'whatsapp list {{ body "Well?", button "See", section "A" {{ row {0} title "1", row {1} title "2" }} }}',
            "WAP025",
        ),
        ('inapp thread "t", text "Well?", quick_reply {0} "Yes", quick_reply {1} "No"', "INA007"),
        ("apple form {{ " + APPLE + ', input {0} {{ subtitle "A?" }}, input {1} {{ subtitle "B?" }} }}', "APL012"),
    ],
)
@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ('"{{ ref }}"', '"{{ ref }}"', True),
        ('"{{ ref }}"', '"{{ other }}"', False),
        ('"a{{ ref }}"', '"b{{ ref }}"', False),
        ('"a"', '"a"', True),
        ('"a"', '"{{ ref }}"', False),
    ],
)
def test_two_ids_by_one_template_are_one_id(
    tmp_path: Path, rung: str, code: str, first: str, second: str, same: bool
) -> None:
    told = [each for each in found(tmp_path, rung.format(first, second)) if each[0] == code]
    assert told == ([(code, second)] if same else [])
