"""`sendspec format`: in place or not at all, and never more than is needed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from .conftest import BAD, GOOD, Call, one_line, snapshot

LOOSE = GOOD.replace("message m", "message  m")


def test_a_file_is_rewritten_and_the_second_time_left_alone(call: Call, here: Path) -> None:
    path = here / "a.send"
    path.write_text(LOOSE)
    path.chmod(0o751)
    assert call("format", "a.send") == (0, "", "sendspec: 1 file rewritten\n")
    assert path.read_text() == GOOD
    assert stat.S_IMODE(path.stat().st_mode) == 0o751
    os.utime(path, (1, 1))
    assert call("format", "a.send") == (0, "", "")
    assert path.stat().st_mtime == 1


def test_check_names_the_files_and_writes_nothing(call: Call, here: Path) -> None:
    for name, text in {"a": LOOSE, "b": GOOD, "c": LOOSE}.items():
        (here / f"{name}.send").write_text(text)
    before = snapshot(here)
    made = call("format", "--check", ".")
    assert made == (1, "a.send\nc.send\n", "sendspec: 2 files would be rewritten\n")
    assert snapshot(here) == before
    assert call("format", "--check", "b.send") == (0, "", "")


@pytest.mark.parametrize("options", [["--diff"], ["--check", "--diff"]], ids=" ".join)
def test_diff_shows_what_would_change_and_writes_nothing(call: Call, here: Path, options: list[str]) -> None:
    (here / "a.send").write_text(LOOSE)
    made = call("format", *options, "a.send")
    assert made.status == 1
    assert made.out.startswith("--- a.send\n+++ a.send\n@@ ")
    assert "\n-message  m {\n+message m {\n" in made.out
    assert made.err == "sendspec: 1 file would be rewritten\n"
    assert (here / "a.send").read_text() == LOOSE
    (here / "a.send").write_text(GOOD)
    assert call("format", *options, "a.send") == (0, "", "")


def test_a_diff_can_be_applied(call: Call, here: Path) -> None:
    import shutil
    import subprocess

    if not shutil.which("patch"):
        pytest.skip("no patch")
    (here / "a.send").write_text(LOOSE.rstrip("\n"))
    diff = call("format", "--diff", "a.send").out
    subprocess.run(["patch", "-s", "a.send"], input=diff, text=True, check=True, cwd=here)
    assert (here / "a.send").read_text() == GOOD


def test_standard_input_goes_to_standard_output(process: Call) -> None:
    assert process("format", "-", stdin=LOOSE.encode()) == (0, GOOD, "")
    assert process("format", "-", stdin=GOOD.encode()) == (0, GOOD, "")
    assert process("format", "-", stdin=b"") == (0, "", "")
    assert process("format", "--check", "-", stdin=LOOSE.encode()).status == 1
    assert process("format", "--check", "-", stdin=GOOD.encode()) == (0, "", "")
    diff = process("format", "--diff", "-", stdin=LOOSE.encode())
    assert (diff.status, diff.out.splitlines()[0]) == (1, "--- <stdin>")


def test_carriage_returns_and_a_byte_order_mark_go(call: Call, here: Path) -> None:
    path = here / "a.send"
    for data in (GOOD.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + GOOD.encode()):
        path.write_bytes(data)
        assert call("format", "--check", "a.send").status == 1
        assert call("format", "--diff", "a.send").out != ""
        assert path.read_bytes() == data
        assert call("format", "a.send").status == 0
        assert path.read_bytes() == GOOD.encode()


@pytest.mark.parametrize(
    "data", [b"message m {\n", b'sender "\xe9"\n', "sender".encode("utf-16")], ids=["open", "latin", "utf-16"]
)
def test_what_cannot_be_read_is_told_and_left_as_it_is_and_the_rest_is_formatted(
    call: Call, here: Path, data: bytes
) -> None:
    (here / "a.send").write_bytes(data)
    (here / "b.send").write_text(LOOSE)
    made = call("format", ".")
    assert (made.status, made.err) == (1, "sendspec: 1 file rewritten\n")
    assert "error[SYN" in made.out
    assert (here / "a.send").read_bytes() == data
    assert (here / "b.send").read_text() == GOOD


def test_on_a_stream_errors_leave_standard_output_empty(process: Call) -> None:
    made = process("format", "-", stdin=b"message m {\n")
    assert (made.status, made.out) == (1, "")
    assert "error[SYN" in made.err


def test_a_mistake_of_meaning_does_not_keep_a_file_from_its_style(call: Call, here: Path) -> None:
    (here / "a.send").write_text(BAD.replace("message m", "message  m"))
    assert call("format", "a.send").status == 0
    assert (here / "a.send").read_text() == BAD


def test_a_link_stays_a_link(call: Call, here: Path) -> None:
    (here / "real").mkdir()
    (here / "real" / "a.send").write_text(LOOSE)
    try:
        (here / "link.send").symlink_to(here / "real" / "a.send")
    except OSError:
        pytest.skip("no links here")
    assert call("format", "link.send").status == 0
    assert (here / "link.send").is_symlink()
    assert (here / "real" / "a.send").read_text() == GOOD
    (here / "broken.send").symlink_to(here / "nothing.send")
    made = call("format", "broken.send")
    assert (made.status, one_line(made.err)) == (2, "broken.send: no such file or folder")


def test_formatting_leaves_no_other_file_behind(call: Call, here: Path) -> None:
    (here / "a.send").write_text(LOOSE)
    call("format", "a.send")
    assert sorted(path.name for path in here.iterdir()) == ["a.send", "sendspec.toml"]
