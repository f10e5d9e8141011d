"""`compile --workers`: however many compile, the bytes, the findings and the refusals are the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import Call, environment, one_line, snapshot

SPEC = """\
sender alerts sms {{ id "ACME" }}
sender chat rcs {{ app "a_1" }}
message {name} {{
  vars {{ who text(max 20) example "Ann" }}
  audience csv "{people}" {{
    msisdn <- phone
    vars <- same
    unique by msisdn keep first
  }}
  try rcs from chat {{ text "Hello {{{{ who }}}}" }}
  else after 20m unless delivered try sms from alerts {{ body "Hello {{{{ who }}}}" }}
}}
"""
NAMES = ("five", "four", "one", "three", "two")


@pytest.fixture
def several(here: Path) -> Path:
    """Five specs, each with people of its own."""
    for at, name in enumerate(NAMES):
        (here / f"{name}.send").write_text(SPEC.format(name=name, people=f"{name}.csv"))
        rows = (f"+44770090{number:04},N{number}\n" for number in range(300 + 700 * at))
        (here / f"{name}.csv").write_text("phone,who\n" + "".join(rows) + "+447700900000,Again\n")
    return here


def test_any_number_of_workers_writes_the_same_bytes(process: Call, several: Path) -> None:
    made = [process("compile", ".", "-o", f"out{number}", "--workers", str(number)) for number in (1, 2, 3, 9)]
    assert {one.status for one in made} == {0}
    assert {one.err.replace(f"out{number}", "out") for one, number in zip(made, (1, 2, 3, 9), strict=True)} == {
        made[0].err.replace("out1", "out")
    }
    folders = [snapshot(several / f"out{number}") for number in (1, 2, 3, 9)]
    assert sorted(folders[0])[0] == "five"
    assert len([name for name in folders[0] if name.endswith(".ndjson")]) == 10
    assert folders[1:] == folders[:-1]


def test_any_number_of_workers_streams_the_same_bytes(process: Call, several: Path) -> None:
    made = [process("compile", ".", "--workers", str(number)) for number in (1, 2, 3)]
    assert made[0].status == 0
    assert len(made[0].out) > 100_000
    assert made[1:] == made[:-1]


def test_one_message_alone_is_the_same_with_many_workers(process: Call, several: Path) -> None:
    assert process("compile", "one.send", "--workers", "4") == process("compile", "one.send")


def test_a_message_after_the_other_is_refused_as_by_one(process: Call, several: Path) -> None:
    for name in ("four", "three"):
        with (several / f"{name}.csv").open("a") as people:
            people.write("no number,Bad\n" * 1)
        text = (several / f"{name}.csv").read_text().splitlines()
        assert len(text) > 1000  # lint looks at the first 1000 rows only
    made = [process("compile", ".", "-o", "out", "--workers", str(number)) for number in (1, 2, 3)]
    assert made[0].status == 1
    assert "four.send" in made[0].out
    assert "three.send" not in made[0].out
    assert made[1:] == made[:-1]
    assert not (several / "out").exists()


def test_warnings_of_recipients_are_told_in_the_order_of_the_messages(process: Call, several: Path) -> None:
    for name in NAMES:
        with (several / f"{name}.csv").open("a") as people:
            people.write("no number,Bad\n")
    made = [process("compile", ".", "--max-rejects", "1", "--workers", str(number)) for number in (1, 3)]
    assert made[0].status == 0
    assert made[0].err.count("AUD009") == len(NAMES)
    assert made[0] == made[1]


def test_a_worker_s_fault_is_shown_and_nothing_stays(several: Path) -> None:
    broken = (
        "import sys; sys.argv[1:] = ['compile', '.', '-o', 'out', '--workers', '2']; import sendspec.cli.workers as w; "
        "w.make = lambda *a: 1 // 0; from sendspec.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", broken], env=environment(), capture_output=True, text=True, timeout=60)
    if "fork" not in __import__("multiprocessing").get_all_start_methods():
        pytest.skip("a worker does not inherit the fault")
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr
    assert not (several / "out").exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the workers by /proc")
def test_a_worker_that_is_killed_ends_the_compile_in_one_line(several: Path) -> None:
    rows = "".join(f"+4477{number:08},N\n" for number in range(100_000))
    (several / "one.csv").write_text("phone,who\n" + rows)
    line = [sys.executable, "-m", "sendspec", "compile", ".", "-o", "out", "--workers", "2"]
    compiling = subprocess.Popen(line, env=environment(), stderr=subprocess.PIPE, text=True)
    while not (workers := _children(compiling.pid)) or not list(several.glob("out/.sendspec-*/*/*.ndjson")):
        assert compiling.poll() is None
        time.sleep(0.01)
    os.kill(workers[0], signal.SIGKILL)
    _, told = compiling.communicate(timeout=60)
    assert compiling.returncode == 2
    assert one_line(told) == "a process of the compile was ended from outside"
    assert not (several / "out").exists()


def _children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[1] == str(pid):
                found.append(int(entry.name))
    return found
