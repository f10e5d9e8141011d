"""Typed values of templates, from the spec to the wire; and what a spec is told about them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from sendspec.channels.filled import Filled, Leaf, Made
from sendspec.channels.whatsapp import CHANNEL
from sendspec.channels.whatsapp.media import allowed, ending, registered, told
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic
from sendspec.emit.values import Reader
from sendspec.pipeline import Linter, lint_file
from sendspec.source import Source, Span

HERE = Path(__file__).parent
TODAY = dt.date(2026, 11, 25)
READ = Reader("", {"deposit": "GBP"})


def parameters(name: str) -> Made:
    """The parameters of a message of the golden template specs."""
    unit = Linter(TODAY).bind(HERE / "golden" / "template.send", Config(HERE / "golden")).unit
    assert unit is not None
    message = unit.messages[name].rungs[0].fragments[""]["message"]
    assert isinstance(message, Made)
    found = message["parameters"]
    assert isinstance(found, Made)
    return found


def leaf(made: Made, variable: str, member: str) -> Leaf:
    typed = made[variable]
    assert isinstance(typed, Made)
    found = typed[member]
    assert isinstance(found, Leaf)
    return found


def spec(tmp_path: Path, content: str, variables: str = "", row: str = "") -> tuple[Diagnostic, ...]:
    """The findings of a spec that holds some content."""
    (tmp_path / "sendspec.toml").touch()
    path = tmp_path / "a.send"
    path.write_text(
        f"""sender chat whatsapp {{ app "a_1" }}
message visit {{
  category service
  vars {{ {variables} }}
  audience rows {{ row {{ waid "447700900411"{row} }} }}
  try whatsapp from chat {{
    {content}
  }}
}}
""",
        encoding="utf-8",
    )
    return lint_file(path, Config(tmp_path), TODAY)


def test_an_instant_is_sent_as_its_text_and_its_seconds() -> None:
    made = parameters("reminder")
    values = {"when": dt.datetime(2026, 11, 30, 14, 30, tzinfo=dt.UTC), "tz": "Europe/London"}
    assert READ.value(leaf(made, "when", "timestamp"), values) == "1796049000"
    assert READ.value(leaf(made, "when", "fallback_value"), values) == "30 Nov 14:30"
    assert READ.value(leaf(made, "bare", "fallback_value"), values) == "30 Nov 2026 14:30 UTC"


def test_money_is_sent_as_its_code_and_a_thousand_times_its_amount() -> None:
    made = parameters("reminder")
    assert leaf(made, "deposit", "currency_code").value == "GBP"
    assert READ.value(leaf(made, "deposit", "amount_1000"), {"deposit": Decimal("40.05")}) == "40050"


def test_a_variable_of_type_url_is_no_payload(tmp_path: Path) -> None:
    (found,) = spec(
        tmp_path,
        'template "t" { manage = url(link) }',
        'link url(host "mill.example", max 60)',
        ', link "https://mill.example/a"',
    )
    assert found.code == "WAP027"
    assert found.source.text[found.span.start : found.span.end] == "link"


def test_an_amount_is_no_time(tmp_path: Path) -> None:
    (found,) = spec(tmp_path, 'template "t" { when = date_time(paid) }', "paid money(GBP)", ', paid "40.00"')
    assert (found.code, found.help) == ("WAP042", "write `currency(…)`")


def test_a_text_of_ones_own_can_stand_before_the_value() -> None:
    made = parameters("reminder")
    assert leaf(made, "opening", "timestamp").value == "1795892400"
    assert leaf(made, "tip", "amount_1000").value == "5125"
    assert READ.value(leaf(made, "rest", "amount_1000"), {"deposit": Decimal("40.05")}) == "40050"
    assert leaf(made, "rest", "fallback_value").value == "what is left"


NO_AMOUNT = "is no amount; expected a number from 0 with at most three decimals"


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        ('currency("forty", XYZ 40)', "NAM002", "`XYZ` is no currency"),
        ('currency("forty", GBP 40.0005)', "NAM002", f"`40.0005` {NO_AMOUNT}"),
        ('currency("forty", GBP -1)', "NAM002", f"`-1` {NO_AMOUNT}"),
        ('currency("forty", "GBP 40")', "NAM002", "a text; expected the value behind the text"),
        ('currency("forty", 2026-11-30T14:30Z)', "WAP042", "`a` is no amount of money"),
        ('date_time("at noon", GBP 40)', "WAP042", "`a` is an amount"),
        ('date_time("at noon", 2026-11-30T14:30Z, 4)', "NAM002", "`date_time` has 3 values; it takes a text and"),
        ('url("a/7", 4)', "NAM002", "`url` has 2 values; it takes one"),
    ],
)
def test_what_is_no_value_behind_a_text_is_told(value: str, code: str, said: str, tmp_path: Path) -> None:
    (found,) = spec(tmp_path, f'template "t" {{ a = {value} }}')
    assert (found.code, found.message[: len(said)]) == (code, said)


def test_a_line_break_between_variables_is_told_where_it_stands(tmp_path: Path) -> None:
    (found,) = spec(
        tmp_path,
        'template "t" { place = "{{ town }},\\n{{ town }}" }',
        "town text(max 20)",
        ', town "Leith"',
    )
    assert found.code == "WAP026"


def test_a_list_with_personal_rows_is_judged_by_their_longest_ids(tmp_path: Path) -> None:
    (found,) = spec(
        tmp_path,
        'list { body "When?", button "Times", section "Monday" { row "{{ ref }}{{ ref }}" title "Noon" } }',
        "ref id(max 101)",
        ', ref "A-1"',
    )
    assert found.message == "id is up to 202 characters; WhatsApp takes 200"


@pytest.mark.parametrize(
    ("kind", "address", "found"),
    [
        ("image", "https://cdn.mill.example/a.JPG?size=2#x", "image/jpeg"),
        ("image", "https://cdn.mill.example/a.gif", "image/gif"),
        ("image", "https://cdn.mill.example/a.mp4", "video/mp4"),
        ("audio", "https://cdn.mill.example/a.mp4", "audio/mp4"),
        ("document", ".pdf", "application/pdf"),
        ("document", "https://mill.example", None),
        ("document", "https://mill.example/", None),
        ("document", "https://mill.example/v1.2/latest", None),
        ("sticker", "https://cdn.mill.example/a", None),
    ],
)
def test_the_end_of_an_address_tells_the_media_type(kind: str, address: str, found: str | None) -> None:
    assert told(kind, address) == found


def test_a_host_is_no_extension() -> None:
    assert ending("https://mill.example") == ""
    assert ending("https://mill.example/a.tar.gz") == "gz"


def test_printed_media_types_are_read_as_the_registered_ones() -> None:
    assert registered("IMAGE/JPG; q=1") == "image/jpeg"
    assert all(
        registered(kind) == kind
        for name in ("image", "audio", "video", "document", "sticker")
        for kind in allowed(name)
    )


def test_only_templates_start_a_conversation() -> None:
    kinds = {word.name for word in CHANNEL.words if word.kind}
    assert kinds - CHANNEL.session == {"template", "hsm"}


def test_a_rung_without_content_gives_no_type() -> None:
    empty = Filled(CHANNEL.words[0], Source("a.send", ""), Span(0, 0), {})
    assert CHANNEL.api().build(empty, None)["content"] == {}
