"""People by column and one by one: the same bytes, the same counts, the same findings, whatever stands in the cells."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sendspec.audience import blocks
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.columns import Unfit
from sendspec.emit.failure import RefusedError
from sendspec.emit.write import make
from sendspec.pipeline import Linter, Request, job, verify_bytes
from sendspec.project import config_for
from sendspec.record import replace

#: A failing list is shown as it is: making it smaller takes minutes.
PHASES = (Phase.explicit, Phase.generate)

HEAD = """
locales [en, cy]
sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example", name "Acme" }
sender wa whatsapp { app "a_157967534853754560" }
snippet bye { en "Reply STOP", cy "Atebwch STOP" }
"""
VARS = """
  vars {
    name    text(max 20) = "customer"
    branch  text(max 18)
    ref     id(max 12)
    url     url(host "acme.example", max 36) = "https://acme.example/"
    starts  datetime
    day     date?
    tz      timezone = "Europe/London"
    price   money(GBP)
    count   int(min 0, max 99)
    kind    one_of(new, old)
    vip     bool = no
  }
"""
AUDIENCE = """
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    locale <- lang else en
    vars   <- same
    ignore [%i]
    max_rejects 100%
    %s
  }
"""
COLUMNS = (
    "phone", "lang", "name", "branch", "ref", "url", "starts", "day", "tz", "price", "count", "kind", "vip",
    "correlation", "mail", "extra",
)  # fmt: skip
PLAIN: Sequence[str] = (
    "+447700900123", "en", "Ann", "Leeds", "A-1", "https://acme.example/a", "2026-11-30T14:30Z", "2026-12-01",
    "Europe/London", "12.50", "3", "new", "yes", "c-1", "ann@acme.example", "",
)  # fmt: skip
CELLS: dict[str, Sequence[str]] = {
    "phone": ("+447700900124", "+447700900125", "07700 900126", "+493012345678", "4.47E+11", "", "+1", "+3545510000"),
    "lang": ("cy", "EN", "de", "", " cy "),
    "name": (
        "Zoë", "", "  ", 'A "B"', "a,b", "back\\slash", "$(ref)", "{{ 7*7 }}", "two\nlines", "x" * 21, " Ann ", "#N/A",
    ),
    "branch": ("York", "", "Zürich", "[x]", "Leeds"),
    "ref": ("A-2", "A-3", "A-4", "", "no id", "A-1"),
    "url": ("https://acme.example/b?c=1", "HTTPS://ACME.example/x", "", "http://acme.example/", 'https://acme.example/"'),
    "starts": ("2026-11-30T14:30+01:00", "2026-07-01 09:00Z", "yesterday", ""),
    "day": ("", "2026-02-30", "01/02/2026"),
    "tz": ("America/New_York", "", "Mars/Base"),
    "price": ("1", "-0.5", "1,5", "1000000"),
    "count": ("0", "007", "+5", "100", " 7"),
    "kind": ("old", "older", " new"),
    "vip": ("no", "", "maybe", "1"),
    "correlation": ("c-2", "c-3", "", "ü", "x" * 51),
    "mail": ("Bob@ACME.example", "bob", ""),
    "extra": ("", "y"),
}  # fmt: skip

V2, SMS = 'sms = "v2"', "try sms from alerts { body text.t }"
MAIL = 'try email from mail { subject "Hi {{ name }}", html "<p>{{ name }} & {{ branch }}</p>" }'
WHATSAPP = 'try whatsapp from wa { template "513900000000001" { name = name, place = branch, price = price | money } }'
TEXT = """
  text t {{
    en "{en} {{{{ bye }}}}"
    cy "{cy}"
  }}
"""
PERSONAL = TEXT.format(en="Hello {{ name }}, {{ branch }}: {{ ref }}, {{ url }}.", cy="Helo {{ name }} {{ ref }}")
FILTERED = TEXT.format(
    en="{{ name | upper }} {{ starts | local(tz, 'd MMM HH:mm') }} {{ price | money }} "
    "{% if vip %}VIP {{ count }}{% endif %}",
    cy="{% if kind == 'old' %}{{ ref }}{% endif %} {{ count }} {{ name | default('x') | truncate(3) }}",
)
SHARED = TEXT.format(en="Come $(in) {", cy="Dewch }")
FEW = TEXT.format(en="Your {{ kind }} visit at {{ branch }}", cy="{{ kind }}")
#: The rest of a message and its settings, by what it tries.
MESSAGES = {
    "v1 personal": ("", PERSONAL + SMS, ""),
    "v1 filtered": ("", FILTERED + SMS, ""),
    "v1 shared": ("", SHARED + SMS, ""),
    "v1 few texts": ("", FEW + SMS + " delivery { expires after 2h }", ""),
    "v1 tracked": ("", PERSONAL + SMS + ' track { correlation "apt-{{ ref }}" }', "unique by msisdn keep first"),
    "v2 personal": (V2, PERSONAL + SMS, ""),
    "v2 filtered": (V2, FILTERED + SMS, "unique by msisdn keep last"),
    "v2 shared": (V2, SHARED + SMS, "unique by ref keep fail"),
    "v2 tracked": (V2, FEW + SMS + ' track { correlation "apt-{{ ref }}", callback "{{ kind }}" }', ""),
    "v2 quiet": (V2, PERSONAL + SMS + " delivery { quiet 21:00..08:00 in tz then hold }", "unique by name keep first"),
    "v2 stored": (V2, 'try sms from alerts { template "513" { a = name, b = "{{ bye }}", c = "{{ ref }}!" } }', ""),
    "excluded": (V2, PERSONAL + SMS, 'exclude csv "out.csv" by msisdn'),
    "own correlation": (V2, PERSONAL + SMS, "correlation <- correlation"),
    "v1 own correlation": ("", FEW + SMS, "correlation <- correlation"),
    "email": ("", FEW + MAIL, "email <- mail"),
    "whatsapp": ("", WHATSAPP, "waid <- phone as phone(GB)"),
    "whatsapp then sms": (V2, PERSONAL + WHATSAPP + f" else after 5m {SMS}", "waid <- phone as phone(GB)"),
    "both at once": ("", PERSONAL + MAIL + f" and {SMS}", "email <- mail"),
    "ladder": ("", PERSONAL + " delivery { expires starts - 2h } " + SMS + f" else unless delivered {SMS}", ""),
}


class Made:
    """What a compile gives: its files, or why there are none, and what the rows showed."""

    def __init__(self, root: Path, name: str, by_column: bool) -> None:
        told: list[Diagnostic] = []
        path = root / "m.send"
        linter = Linter(dt.date(2026, 11, 25))
        unit = linter.bind(path, config_for(path)).unit
        assert unit is not None
        work = job(linter, path, unit.messages["m"], Request(), told)
        assert work.crowds is not None
        self.files: dict[str, bytes] = {}
        self.refused: list[tuple[str, str, str | None]] = []
        try:
            make(work if by_column else replace(work, crowds=None), root / name)
        except RefusedError as refused:
            self.refused = [(each.code, each.message, each.help) for each in refused.diagnostics]
        else:
            self.files = {file.name: file.read_bytes() for file in sorted((root / name).iterdir())}
        self.told = [(each.code, each.message, each.help) for each in told]


def written(root: Path, kind: str, rows: Sequence[Sequence[str]], ending: str = "\n") -> None:
    api, message, more = MESSAGES[kind]
    (root / "sendspec.toml").write_text(f"[api]\n{api}\ntps = 3\n", encoding="utf-8")
    idle = [name for name in ("correlation", "mail", "extra") if f"<- {name}" not in more]
    audience = AUDIENCE.replace("%s", more).replace("%i", ", ".join(idle))
    spec = f"{HEAD}\nmessage m {{ category utility\n{VARS}{audience}{message} }}"
    (root / "m.send").write_text(spec, encoding="utf-8")
    (root / "out.csv").write_text("phone\n+447700900124\n", encoding="utf-8")
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=ending).writerows([COLUMNS, *rows])
    (root / "people.csv").write_bytes(text.getvalue().encode())


@st.composite
def people(draw: st.DrawFn) -> list[list[str]]:
    """Rows of which most are right, all of them different, and a few are anything."""
    rows: list[list[str]] = []
    for number in range(draw(st.integers(0, 14))):
        row = list(PLAIN)
        row[0], row[4] = f"+4477009001{number:02d}", f"A-{number}"
        for at, name in enumerate(COLUMNS):
            if draw(st.integers(0, 11)) == 0:
                row[at] = draw(st.sampled_from(CELLS[name]))
        rows.append(row)
    return rows


@pytest.fixture(params=sorted(MESSAGES))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of a few rows, so that each list of people is several."""
    monkeypatch.setattr(blocks, "SIZE", 300)
    monkeypatch.setattr(blocks, "ROWS", 3)


@pytest.mark.usefixtures("small")
def test_by_column_and_one_by_one_are_the_same(kind: str) -> None:
    @given(people(), st.sampled_from(["\n", "\r\n"]))
    @settings(max_examples=15, deadline=None, derandomize=True, phases=PHASES)
    def same(rows: list[list[str]], ending: str) -> None:
        with TemporaryDirectory() as name:
            root = Path(name)
            written(root, kind, rows, ending)
            one, other = Made(root, "columns", True), Made(root, "persons", False)
            assert one.refused == other.refused
            assert one.told == other.told
            assert one.files == other.files

    same()


def _plain(count: int) -> list[list[str]]:
    rows = [list(PLAIN) for _ in range(count)]
    for number, row in enumerate(rows):
        row[0], row[2], row[4] = f"+44770090{number:04d}", f"Ann {number}", f"A-{number}"
    return rows


@pytest.mark.usefixtures("small")
def test_usual_people_are_never_taken_one_by_one(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if kind == "both at once":
        pytest.skip("several channels in one request are written person by person")
    written(tmp_path, kind, _plain(20))

    def never(*_: Any) -> None:
        raise AssertionError("a usual person was taken alone")

    monkeypatch.setattr("sendspec.audience.people.outcome", never)
    monkeypatch.setattr("sendspec.audience.crowd.outcome", never)
    monkeypatch.setattr("sendspec.emit.mould.Mould.sort", never)
    if kind in ("v1 personal", "v1 filtered", "v1 tracked", "whatsapp"):  # each has a message of their own
        monkeypatch.setattr("sendspec.emit.window.QuickWindow._shared", never)
    assert Made(tmp_path, "columns", True).files


@pytest.mark.usefixtures("small")
def test_people_of_different_blocks_share_a_message(tmp_path: Path) -> None:
    rows = [list(row) for row in _plain(6)]
    for row, name in zip(rows, ("Ann", "Bo", "Bo", "Katharine", "Bo", "Bo"), strict=True):
        row[2:4] = name, "Leeds" if name == "Bo" else "Zürich"
    written(tmp_path, "whatsapp", rows)
    one, other = Made(tmp_path, "columns", True), Made(tmp_path, "persons", False)
    assert one.files == other.files
    assert b'"447700900001","447700900002"' in one.files["rung-1.ndjson"]


def test_what_does_not_fit_in_the_end_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = _plain(4)
    rows[2][0] = "4.47E+11"
    written(tmp_path, "v2 personal", rows)

    def late(*_: Any) -> None:
        raise Unfit

    monkeypatch.setattr("sendspec.emit.quick.QuickGroups.close", late)
    one, other = Made(tmp_path, "columns", True), Made(tmp_path, "persons", False)
    assert one.files == other.files
    assert one.told == other.told
    assert one.told


@pytest.mark.usefixtures("small")
def test_verify_says_of_what_is_written_by_column_what_it_says_of_the_rest(tmp_path: Path, kind: str) -> None:
    written(tmp_path, kind, _plain(20))
    files = Made(tmp_path, "columns", True).files
    bodies = [json.loads(line)["body"] for name in files if name != "plan.json" for line in files[name].splitlines()]
    assert bodies
    for body in bodies:
        found = verify_bytes("body.json", json.dumps(body).encode())
        assert [each.message for each in found if each.severity is Severity.ERROR] == []
