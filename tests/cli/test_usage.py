"""Wrong calls: one line in the words of the call, the near word, and exit status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendspec import __version__
from sendspec.cli.app import COMMANDS

from .conftest import GOOD, Call, one_line

WRONG = [
    (["lnt"], "no command lnt; did you mean lint?"),
    (["frobnicate"], "no command frobnicate"),
    (["send"], "send: no plan is named"),
    (["snd"], "no command snd; did you mean send?"),
    (["init", "a.send"], "a.send: it is no folder"),
    (["init", ""], "init: an empty name names no folder"),
    (["lsp"], "no command lsp yet"),
    (["a.send"], "no command a.send; did you mean `sendspec lint a.send`?"),
    (["--verson"], "no option --verson"),
    (["lint"], "lint: no file or folder is named"),
    (["format"], "format: no file or folder is named"),
    (["compile"], "compile: no file or folder is named"),
    (["verify"], "verify: no file is named"),
    (["explain"], "explain: no code is named"),
    (["lint", "--fxi", "a.send"], "lint: no option --fxi"),
    (["lint", "-q", "a.send"], "lint: no option -q"),
    (["lint", "--fail-on", "eror", "a.send"], "lint: --fail-on eror: did you mean error?"),
    (["lint", "--fail-on", "x", "a.send"], "lint: --fail-on x: expected error, warning or note"),
    (["lint", "--output-format", "sarfi", "a.send"], "lint: --output-format sarfi: did you mean sarif?"),
    (
        ["lint", "--output-format=xml", "a.send"],
        "lint: --output-format xml: expected full, concise, json, sarif, github,",
    ),
    (["lint", "--select", "SSM", "a.send"], "lint: --select SSM: no such code or family; did you mean SMS?"),
    (["lint", "--ignore", "SMS04", "a.send"], "lint: --ignore SMS04: no such code or family; did you mean SMS004?"),
    (["lint", "a.send", "--select"], "--select needs a value"),
    (["lint", "--fix=yes", "a.send"], "--fix takes no value"),
    (["lint", "--write-baseline", "a.send"], "lint: --write-baseline needs --baseline FILE, the file to write"),
    (["lint", ""], "an empty name names no file or folder"),
    (["lint", "-"], "-: specs are not read from standard input"),
    (["compile", "-"], "-: specs are not read from standard input"),
    (["lint", "--fix", "a.send", "-"], "-: specs are not read from standard input"),
    (["lint", "b.send"], "b.send: no such file or folder"),
    (["lint", "empty"], "empty: the folder holds no .send file"),
    (["lint", "folder.send"], "folder.send: the folder holds no .send file"),
    (["format", "-", "a.send"], "format: - stands alone, without other paths"),
    (["format", "b.send"], "b.send: no such file or folder"),
    (["verify", "folder.send"], "folder.send: is a directory"),
    (["verify", "b.json"], "b.json: no such file or directory"),
    (["verify", ""], "an empty name names no file"),
    (["explain", "SMS04"], "explain: no code SMS04; did you mean SMS004?"),
    (["explain", "text-over-limt"], "explain: no code text-over-limt; did you mean text-over-limit?"),
    (["explain", "ZZZ999"], "explain: no code ZZZ999; `sendspec rules` lists all"),
    (["explain", "SMS004", "SMS005"], "explain: SMS005: more words than it takes"),
    (["rules", "--output-format", "yaml"], "rules: --output-format yaml: expected full or json"),
    (["schema", "plam"], "schema: no schema plam; did you mean plan?"),
    (["compile", "--workers", "0", "a.send"], "compile: --workers 0: expected a whole number from 1"),
    (["compile", "--workers", "two", "a.send"], "compile: --workers two: expected a whole number from 1"),
    (["compile", "--message", "n", "a.send"], "compile: no message n in these specs; did you mean m?"),
    (
        ["compile", "--max-rejects", "some", "a.send"],
        "compile: --max-rejects some: expected a number of rows or a share",
    ),
    (["compile", "--max-rejects", "101%", "a.send"], "compile: --max-rejects 101%: expected at most 100%"),
    (["compile", "--max-rejects", "-1", "a.send"], "compile: --max-rejects -1: expected a number of rows"),
    (
        ["compile", "--max-rejects", "nan%", "a.send"],
        "compile: --max-rejects nan%: expected a number of rows or a share",
    ),
    (["compile", "--audience", "b.csv", "a.send"], "--audience b.csv: no such file"),
    (["compile", "--audience", "", "a.send"], "--audience '': no such file"),
    (["compile", "--audience", "empty", "a.send"], "--audience empty: it is a folder"),
    (["compile", "--env", "prod", "a.send"], "no environment `prod` in the settings of a.send"),
    (["compile", "-o", "", "a.send"], "compile: -o: an empty name names no folder"),
    (["compile", "b.send"], "b.send: no such file or folder"),
    (["compile", "library.send"], "no message in 1 spec"),
]


@pytest.mark.parametrize(
    ("arguments", "told"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_wrong_call_is_one_line_and_status_2(call: Call, here: Path, arguments: list[str], told: str) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "library.send").write_text('sender alerts sms { id "ACME" }\n')
    (here / "empty").mkdir()
    (here / "folder.send").mkdir()
    made = call(*arguments)
    assert made.status == 2
    assert one_line(made.err).startswith(told)
    assert made.out == ""
    assert not any(word in made.err.lower() for word in ("invalid", "illegal", "please", "usage:"))


def test_no_command_at_all_is_answered_by_the_help(call: Call) -> None:
    made = call()
    assert made.status == 2
    assert all(name in made.err for name in COMMANDS)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_a_page_on_standard_output(call: Call, command: list[str]) -> None:
    made = call(*command, "--help")
    assert (made.status, made.err) == (0, "")
    assert made.out.startswith(f"Usage: sendspec {' '.join(command)}".strip())
    assert max(map(len, made.out.splitlines())) <= 80
    assert call(*command, "-h") == made


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_names_every_option(call: Call, name: str) -> None:
    from importlib import import_module

    page = call(name, "--help").out
    for option in import_module(f"sendspec.cli.{COMMANDS[name][0]}").command.params:
        assert any(spelled in page for spelled in option.opts) or option.param_type_name == "argument"


def test_the_version_is_a_line(call: Call) -> None:
    assert call("--version") == (0, f"sendspec {__version__}\n", "")


def test_a_missing_file_among_others_stops_before_anything_is_said(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    made = call("lint", "a.send", "b.send")
    assert (made.status, made.out) == (2, "")


def test_a_code_has_a_page_by_its_letters_in_any_case_and_by_its_name(call: Call) -> None:
    page = call("explain", "SMS004")
    assert page.status == 0
    assert page.out.startswith("SMS004 text-over-limit\n")
    assert call("explain", "sms004") == page
    assert page.out in call("explain", "text-over-limit").out


def test_a_name_of_several_codes_shows_them_all(call: Call) -> None:
    shown = call("explain", "text-over-limit").out
    assert "SMS004 text-over-limit\n" in shown
    assert "\nRCS001 text-over-limit\n" in shown or shown.startswith("RCS001 text-over-limit\n")


def test_the_schemas_are_listed_and_each_is_json(call: Call) -> None:
    import json

    names = call("schema").out.split()
    assert {"config", "findings", "line", "plan", "sms", "email", "rcs", "whatsapp"} <= set(names)
    for name in names:
        made = json.loads(call("schema", name).out)
        assert ("openapi" if name == "openapi" else "$schema") in made


def test_the_rules_are_listed_and_counted(call: Call) -> None:
    import json

    table = call("rules").out
    listed = json.loads(call("rules", "--output-format", "json").out)
    assert f"{len(listed)} codes" in table
    assert {"code", "name", "severities", "checks"} <= set(listed[0])
