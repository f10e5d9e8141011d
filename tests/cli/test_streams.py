"""What goes to which stream, colours, and streams that are closed, full or left by their reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BAD, GOOD, WARNED, Call, environment, one_line

ESCAPE = "\x1b["


def test_findings_go_to_standard_output_and_remarks_to_standard_error(call: Call, here: Path) -> None:
    (here / "bad.send").write_text(BAD)
    made = call("lint", "bad.send")
    assert (made.status, made.err) == (1, "")
    assert "error[NAM001]" in made.out
    made = call("compile", "bad.send", "-o", "out")
    assert (made.status, made.err) == (1, "sendspec: nothing was compiled\n")
    assert "error[NAM001]" in made.out


def test_when_standard_output_carries_the_work_a_warning_goes_to_standard_error(call: Call, here: Path) -> None:
    (here / "a.send").write_text(WARNED)
    made = call("compile", "a.send")
    assert made.status == 0
    assert [json.loads(line)["rung"] for line in made.out.splitlines()] == [1]
    assert "warning[NAM005]" in made.err


def test_colours_are_for_a_terminal_or_for_who_forces_them(process: Call, here: Path) -> None:
    (here / "bad.send").write_text(BAD)
    assert ESCAPE not in process("lint", "bad.send").out
    assert ESCAPE in process("lint", "bad.send", FORCE_COLOR="1").out
    assert ESCAPE not in process("lint", "bad.send", FORCE_COLOR="0").out
    assert ESCAPE not in process("lint", "bad.send", FORCE_COLOR="1", NO_COLOR="1").out
    assert ESCAPE in process("explain", "SMS004", FORCE_COLOR="1").out
    assert ESCAPE in process("rules", FORCE_COLOR="1").out
    assert ESCAPE not in process("lint", "--output-format", "json", "bad.send", FORCE_COLOR="1").out


def on_a_terminal(here: Path, *arguments: str, **more: str) -> str:
    """What a call writes to a terminal of 60 columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    line = [sys.executable, "-m", "sendspec", *arguments]
    done = subprocess.Popen(line, stdout=theirs, env=environment(**{"TERM": "xterm", **more}), cwd=here)
    os.close(theirs)
    told = b""
    try:
        while part := os.read(ours, 65536):
            told += part
    except OSError:  # the other end is closed
        pass
    done.wait(60)
    os.close(ours)
    return told.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_is_coloured_unless_nobody_sits_there(here: Path) -> None:
    (here / "bad.send").write_text(BAD)
    assert ESCAPE in on_a_terminal(here, "lint", "bad.send")
    assert ESCAPE not in on_a_terminal(here, "lint", "bad.send", NO_COLOR="1")
    assert ESCAPE not in on_a_terminal(here, "lint", "bad.send", TERM="dumb")
    assert ESCAPE not in on_a_terminal(here, "lint", "bad.send", CI="true")
    assert ESCAPE in on_a_terminal(here, "lint", "bad.send", CI="true", FORCE_COLOR="1")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_diff_on_a_terminal_cannot_steer_it_and_in_a_pipe_is_exact(here: Path, process: Call) -> None:
    (here / "a.send").write_text(GOOD.replace("message m", "# \x1b[31m red\nmessage  m"))
    shown = on_a_terminal(here, "format", "--diff", "a.send")
    assert ESCAPE not in shown
    assert "\\u{1B}[31m red" in shown
    assert "\x1b[31m red" in process("format", "--diff", "a.send").out


CLOSED = {
    "lint bad.send >&-": "standard output is closed",
    "compile a.send >&-": "standard output is closed",
    "format - <&-": "standard input is closed",
    "verify - <&-": "standard input is closed",
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("line", CLOSED)
def test_a_closed_stream_is_told(shell: Call, here: Path, line: str) -> None:
    (here / "bad.send").write_text(BAD)
    (here / "a.send").write_text(GOOD)
    made = shell(f"$S {line}")
    assert made.status == 2
    assert one_line(made.err) == CLOSED[line]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_without_a_standard_error_the_findings_and_the_status_are_the_same(shell: Call, here: Path) -> None:
    (here / "bad.send").write_text(BAD)
    assert shell("$S lint bad.send 2>&-") == shell("$S lint bad.send")
    assert shell("$S lint nothing.send 2>&-").status == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "line", ["lint bad.send", "lint --output-format json bad.send", "compile a.send", "rules", "format - < a.send"]
)
def test_an_output_that_is_full_is_told_once(shell: Call, here: Path, line: str) -> None:
    (here / "bad.send").write_text(BAD)
    (here / "a.send").write_text(GOOD)
    made = shell(f"$S {line} > /dev/full")
    assert made.status == 2
    assert one_line(made.err) == "standard output: no space left on device"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_reader_that_goes_away_ends_it_in_one_line_and_leaves_nothing_behind(shell: Call, here: Path) -> None:
    people = "".join(f"+4477009{number:05}\n" for number in range(20_000))
    (here / "people.csv").write_text("msisdn\n" + people)
    rows = GOOD[GOOD.index("  audience") : GOOD.index("  try")]
    (here / "a.send").write_text(GOOD.replace(rows, '  audience csv "people.csv" {\n    msisdn <- msisdn\n  }\n'))
    (here / "tmp").mkdir()
    made = shell("($S compile a.send; echo $? > status) | head -c 9", TMPDIR=str(here / "tmp"))
    assert made.out == '{"rung":1'
    assert one_line(made.err) == "the reader of the output went away before its end"
    assert (here / "status").read_text() == "2\n"
    assert list((here / "tmp").iterdir()) == []


def test_what_an_encoding_lacks_is_written_as_an_escape(process: Call, here: Path) -> None:
    (here / "bad.send").write_text(BAD.replace("Hello", "Zażółć"), encoding="utf-8")
    made = process("lint", "bad.send", PYTHONIOENCODING="ascii")
    assert made.status == 1
    assert "Za\\u017c\\xf3\\u0142\\u0107" in made.out


def test_a_formatted_text_and_request_lines_are_utf_8_whatever_the_terminal(process: Call, here: Path) -> None:
    spec = GOOD.replace("Hello", "Café").encode()
    (here / "a.send").write_bytes(spec)
    assert process("format", "-", stdin=spec, PYTHONIOENCODING="ascii").out.encode() == spec
    assert "Café" in process("compile", "a.send", PYTHONIOENCODING="ascii").out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_folder_that_is_gone_is_no_reason_to_crash(shell: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    made = shell("mkdir gone && cd gone && rmdir ../gone && $S lint ../a.send")
    assert made.status == 2
    assert one_line(made.err.splitlines()[-1]) == "the folder in which this runs is gone"
    made = shell(
        f'mkdir gone && cd gone && rmdir ../gone && $S lint "{here}/a.send" && $S compile "{here}/a.send" && $S rules'
    )
    assert made.status == 0
    assert "Traceback" not in made.err


def test_a_fault_of_ours_shows_where_it_is_and_ends_with_2(here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    broken = (
        "import sys; sys.argv[1:] = ['lint', '--output-format', 'json', 'a.send']; import sendspec.pipeline as p; "
        "p.Linter.lint = lambda *a: 1 // 0; from sendspec.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", broken], env=environment(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr
    assert done.stderr.splitlines()[-2] == "sendspec: this is a fault of sendspec, not of your files"
