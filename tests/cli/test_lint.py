"""The options of lint: what is told, what fails, and in which form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import BAD, GOOD, SENDER, WARNED, Call, one_line

NOTED = GOOD.replace('body "Hello"', 'body "Hello $(name)"')


def codes(told: str) -> list[str]:
    return [found["code"] for found in json.loads(told)]


@pytest.mark.parametrize(
    ("text", "fails"),
    [(GOOD, []), (NOTED, ["note"]), (WARNED, ["note", "warning"]), (BAD, ["note", "warning", "error"])],
    ids=["fine", "note", "warning", "error"],
)
def test_fail_on_names_the_least_finding_that_fails(call: Call, here: Path, text: str, fails: list[str]) -> None:
    (here / "a.send").write_text(text)
    for level in ("note", "warning", "error"):
        assert call("lint", "--fail-on", level, "a.send").status == int(level in fails)
    assert call("lint", "a.send").status == int("error" in fails)


def test_the_short_way_and_the_whole_command_say_the_same(call: Call, here: Path) -> None:
    for name, text in {"a": GOOD, "b": BAD, "c": WARNED, "d": NOTED, "e": "sender"}.items():
        (here / f"{name}.send").write_text(text)
    for output in ("full", "concise"):
        assert call("lint", f"--output-format={output}", ".") == call(
            "lint", "--output-format", output, "--no-cache", "."
        )


def test_select_and_ignore_take_codes_and_families_in_any_case(call: Call, here: Path) -> None:
    (here / "a.send").write_text(WARNED.replace("Hello", "Hello $(name)"))
    everything = codes(call("lint", "--output-format", "json", "a.send").out)
    assert everything == ["NAM005", "TXT014"]

    def asked(*options: str) -> list[str]:
        return codes(call("lint", "--output-format", "json", "a.send", *options).out)

    assert asked("--select", "NAM005") == ["NAM005"]
    assert asked("--select", "nam") == ["NAM005"]
    assert asked("--select", "SMS,txt014") == ["TXT014"]
    assert asked("--ignore", "NAM") == ["TXT014"]
    assert asked("--ignore", "NAM005", "--ignore", "TXT014") == []
    assert asked("--select", "NAM,TXT", "--ignore", "TXT") == ["NAM005"]


def test_what_cannot_be_read_is_told_whatever_is_asked_for(call: Call, here: Path) -> None:
    (here / "a.send").write_text("message m {\n")
    told = call("lint", "--output-format", "json", "--select", "SMS", "--ignore", "SYN", "a.send")
    assert told.status == 1
    assert codes(told.out)


def test_a_baseline_leaves_out_what_it_knows_and_nothing_else(call: Call, here: Path) -> None:
    (here / "a.send").write_text(BAD)
    told = call("lint", "--baseline", "known.json", "--write-baseline", "a.send")
    assert (told.status, told.err) == (0, "sendspec: 1 finding written to known.json\n")
    assert call("lint", "--baseline", "known.json", "a.send").status == 0
    (here / "a.send").write_text("# one line more\n" + BAD)
    assert call("lint", "--baseline", "known.json", "a.send").status == 0
    (here / "a.send").write_text(BAD.replace('bdy "Hello"', 'bdy "Hello you"'))
    assert call("lint", "--baseline", "known.json", "a.send").status == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"{", "known.json: the baseline is not JSON"),
        (b"[]", "known.json: the baseline has another form"),
        (b'{"version": 1, "findings": [{}]}', "known.json: finding 0 of the baseline lacks"),
        (b"\xff", "known.json: not UTF-8 at byte 0"),
        (None, "known.json: no such file or directory"),
    ],
    ids=["not-json", "other-form", "lacks", "bytes", "missing"],
)
def test_a_baseline_that_cannot_be_read_is_told(call: Call, here: Path, text: bytes | None, told: str) -> None:
    (here / "a.send").write_text(BAD)
    if text is not None:
        (here / "known.json").write_bytes(text)
    made = call("lint", "--baseline", "known.json", "a.send")
    assert (made.status, made.out) == (2, "")
    assert one_line(made.err).startswith(told)


def test_a_baseline_that_cannot_be_written_is_told(call: Call, here: Path) -> None:
    (here / "a.send").write_text(BAD)
    made = call("lint", "--baseline", "no/known.json", "--write-baseline", "a.send")
    assert made.status == 2
    assert one_line(made.err) == "no/known.json: it cannot be written: no such file or directory"


def test_a_finding_as_json_has_the_keys_of_its_schema(call: Call, here: Path) -> None:
    from sendspec.schemas import validate

    (here / "a.send").write_text(BAD + 'snippet unused "x"\n')
    found = json.loads(call("lint", "--output-format", "json", "a.send").out)
    assert validate("findings", found) is None
    first = found[0]
    assert (first["path"], first["line"], first["column"], first["end_column"]) == ("a.send", 7, 25, 28)
    assert json.loads(call("lint", "--output-format", "json", "--select", "TIM", "a.send").out) == []


def test_an_imported_file_s_findings_are_told_once_however_many_import_it(call: Call, here: Path) -> None:
    (here / "lib.send").write_text(SENDER + 'snippet hidden "a\u200bb"\n', encoding="utf-8")
    for name in "abc":
        text = GOOD[len(SENDER) :].replace("from alerts", "from lib.alerts").replace("Hello", "{{ lib.hidden }}")
        (here / f"{name}.send").write_text(f'import "lib.send" as lib\n{text}')
    for output in ("concise", "json"):
        told = call("lint", "--output-format", output, ".").out
        assert told.count("SEC001") == 1


def test_settings_that_cannot_be_read_are_told(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "sendspec.toml").write_text("[lint\n")
    for command in ("lint", "compile"):
        made = call(command, "a.send")
        assert made.status == 2
        assert one_line(made.err).startswith("sendspec.toml: ")


def test_a_spec_of_many_mistakes_tells_each(call: Call, here: Path) -> None:
    (here / "a.send").write_text(BAD + BAD.replace("m {", "n {", 1).replace("alerts", "other") + "mesage x { }\n")
    told = call("lint", "--output-format", "concise", "a.send").out.splitlines()
    assert len(told) >= 3
    assert all(line.startswith("a.send:") for line in told)


@pytest.mark.parametrize(
    ("setting", "told", "help"),
    [
        ('select = ["SSM"]', "`lint.select` has 'SSM', which is no code and no family", "did you mean `SMS`?"),
        ('ignore = ["sms021"]', "`lint.ignore` has 'sms021', which is no code and no family", "did you mean `SMS021`?"),
        ('ignore = "SMS"', "`lint.ignore` is no list of codes", "for instance"),
    ],
    ids=["family", "case", "text"],
)
def test_a_code_of_the_settings_that_is_none_is_told(
    call: Call, here: Path, setting: str, told: str, help: str
) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "sendspec.toml").write_text(f"[lint]\n{setting}\n")
    made = call("lint", "a.send")
    assert made.status == 2
    assert one_line(made.err) == f"sendspec.toml: {told}"
    assert help in made.err
