"""Names of files that people and machines give, and that no shell, terminal or format may trip over."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from .conftest import BAD, GOOD, Call, one_line

NAMES = [
    b"with blank.send",
    b"with\nnewline.send",
    b"with'one\"two`quotes.send",
    b"caf\xc3\xa9.send",
    b"not-utf-8-\xff.send",
    b"\x1b[31mred.send",
    b"::error file=x::gone.send",
    b"a,b;c%25&d<e>.send",
    b"rtl-\xe2\x80\xae.send",
    b"-dash.send",
    b".hidden.send",
    b"*.send",
    b"$(touch pwned).send",
]
FORMATS = ["full", "concise", "json", "sarif", "github", "gitlab", "junit"]


def made(here: Path, name: bytes, text: str) -> str:
    """A spec of that name in the project; the test is skipped where the file system has no such name."""
    path = os.fsdecode(name)
    try:
        with open(here / path, "w") as file:
            file.write(text)
    except (OSError, ValueError):
        pytest.skip("the file system has no such names")
    return f"./{path}" if path.startswith("-") else path


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_lint_format_and_compile_take_any_name(process: Call, here: Path, name: bytes) -> None:
    path = made(here, name, GOOD)
    assert process("lint", path) == (0, "no findings in 1 file\n", "")
    assert process("format", "--check", path) == (0, "", "")
    done = process("compile", path, "-o", "out")
    assert (done.status, done.err.splitlines()[-1]) == (0, "sendspec: 1 message, 1 request written to out")
    plan = json.loads((here / "out" / "m" / "plan.json").read_text(encoding="utf-8"))
    assert len(plan["spec"]["files"]) == 1
    assert not (here / "pwned").exists()


@pytest.mark.parametrize("format", FORMATS)
def test_no_name_steers_a_terminal_breaks_a_line_or_speaks_to_a_ci(call: Call, here: Path, format: str) -> None:
    for name in NAMES:
        made(here, name, BAD)
    told = call("lint", "--output-format", format, ".")
    assert told.status == 1
    assert "\x1b" not in told.out + told.err
    assert "\u202e" not in told.out
    assert not any(line.startswith("newline.send") for line in told.out.splitlines())
    if format == "github":
        assert all(line.startswith("::error file=") for line in told.out.splitlines())
        assert len(told.out.splitlines()) == len(NAMES)
    if format in ("json", "sarif", "gitlab"):
        json.loads(told.out)
    if format == "junit":
        from xml.etree import ElementTree

        assert len(ElementTree.fromstring(told.out)) == len(NAMES)


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("name", ["no\x1b[31mpe.send", "no\npe.send", "nope-\udcff.send"])
@pytest.mark.parametrize("command", ["lint", "format", "verify", "compile"])
def test_a_refusal_is_one_plain_line_whatever_the_name(process: Call, command: str, name: str) -> None:
    told = process(command, name)
    assert told.status == 2
    assert "no such file" in one_line(told.err)
    assert "\x1b" not in told.err


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_diff_s_head_and_a_list_of_files_keep_to_their_lines(call: Call, here: Path, name: bytes) -> None:
    path = made(here, name, GOOD.replace("message m", "message  m"))
    listed = call("format", "--check", path)
    assert (listed.status, len(listed.out.splitlines())) == (1, 1)
    assert "\x1b" not in listed.out + listed.err
    diff = call("format", "--diff", path)
    assert [line[:3] for line in diff.out.splitlines()[:3]] == ["---", "+++", "@@ "]


def test_a_name_that_starts_with_a_dash_is_explained(call: Call, here: Path) -> None:
    (here / "-dash.send").write_text(GOOD)
    told = call("lint", "-dash.send")
    assert (told.status, told.err) == (
        2,
        "sendspec: lint: no option -d\n  help: a file whose name starts with - is written ./-…\n",
    )
    assert call("lint", "--", "-dash.send").status == 0


def test_a_file_named_twice_is_checked_once(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    told = call("lint", "a.send", "./a.send", here / "a.send", ".", "../project/a.send")
    assert told == (0, "no findings in 1 file\n", "")


def test_a_folder_is_walked_by_name_without_what_holds_no_specs(call: Call, here: Path) -> None:
    for name in ("b/x.send", "a/y.send", "a/z.send", ".git/g.send", ".venv/v.send", "node_modules/n.send", "c.txt"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(BAD)
    told = call("lint", "--output-format", "concise", ".")
    assert [line.partition(":")[0] for line in told.out.splitlines()] == ["a/y.send", "a/z.send", "b/x.send"]


def test_a_link_to_a_folder_above_is_not_followed_for_ever(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    try:
        (here / "loop").symlink_to(here, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert call("lint", ".") == (0, "no findings in 1 file\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
@pytest.mark.parametrize("command", ["lint", "format", "compile"])
def test_a_pipe_is_refused_and_not_waited_for(call: Call, here: Path, command: str) -> None:
    os.mkfifo(here / "pipe.send")
    for path in ("pipe.send", "."):
        told = call(command, path)
        assert (told.status, one_line(told.err)) == (2, "pipe.send: no plain file")
    (here / "pipe.send").unlink()
    (here / "a.send").write_text(GOOD)
    os.mkfifo(here / "people")
    told = call("compile", "a.send", "--audience", "people")
    assert told.status == 2
    assert one_line(told.err).startswith("--audience people: it is no plain file")


def test_a_broken_link_is_told_but_an_editor_s_lock_is_not(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    try:
        (here / ".#a.send").symlink_to("ann@host.1234")
    except OSError:
        pytest.skip("no links here")
    assert call("lint", ".").status == 0
    (here / "b.send").symlink_to("nothing.send")
    told = call("lint", ".")
    assert (told.status, one_line(told.err)) == (2, "b.send: no such file or folder")
