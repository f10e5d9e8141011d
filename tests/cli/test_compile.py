"""`sendspec compile`: what is written, what stops it, and that nothing half-written stays behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import BAD, GOOD, SENDER, Call, environment, one_line, snapshot

FILED = """\
sender alerts sms { id "ACME" }
message m {
  vars { name text(max 20) example "Ann" }
  audience csv "people.csv" {
    msisdn <- phone
    vars <- same
  }
  try sms from alerts { body "Hello {{ name }}" }
}
"""
PEOPLE = "phone,name\n+447700900123,Ann\n+447700900124,Bob\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


@pytest.fixture
def filed(here: Path) -> Path:
    """A project with one message to the people of a file."""
    (here / "a.send").write_text(FILED)
    (here / "people.csv").write_text(PEOPLE)
    return here


def big(here: Path, people: int) -> None:
    """A spec whose compile takes a while."""
    (here / "a.send").write_text(FILED)
    rows = (f"+4477{number:08},N{number}\n" for number in range(people))
    (here / "people.csv").write_text("phone,name\n" + "".join(rows))


def test_lines_go_to_standard_output_or_into_a_folder_a_message(call: Call, filed: Path) -> None:
    lines = call("compile", "a.send")
    assert (lines.status, lines.err) == (0, "")
    made = call("compile", "a.send", "-o", "out")
    assert made[:2] == (0, "")
    assert made.err.endswith("\nsendspec: 1 message, 1 request written to out\n")
    assert (filed / "out" / "m" / "rung-1.ndjson").read_text(encoding="utf-8") == lines.out
    assert sorted(path.name for path in (filed / "out").rglob("*")) == ["m", "plan.json", "rung-1.ndjson"]
    assert json.loads((filed / "out" / "m" / "plan.json").read_text(encoding="utf-8"))["message"] == "m"


def test_the_same_again_is_the_same_bytes_and_replaces_what_was_there(call: Call, filed: Path) -> None:
    call("compile", "a.send", "-o", "out")
    before = snapshot(filed / "out")
    (filed / "out" / "m" / "rung-9.ndjson").write_text("of an earlier ladder")
    call("compile", "a.send", "-o", "out")
    assert snapshot(filed / "out") == before


def test_an_audience_of_the_call_is_relative_to_the_call(
    call: Call, filed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (filed / "data").mkdir()
    (filed / "data" / "people.csv").write_text("phone,name\n+447700900999,Zoe\n")
    monkeypatch.chdir(filed / "data")
    made = call("compile", "../a.send", "--audience", "people.csv")
    assert "447700900999" in made.out
    assert "447700900123" not in made.out
    assert "447700900123" in call("compile", "../a.send").out


def test_an_audience_of_the_call_may_lie_outside_the_project(call: Call, filed: Path) -> None:
    away = filed.parent / "away.csv"
    away.write_text(PEOPLE.replace("Ann", "Eve"))
    assert "Eve" in call("compile", "a.send", "--audience", away).out


def test_an_audience_that_does_not_fit_is_told_and_nothing_is_written(call: Call, filed: Path) -> None:
    (filed / "other.csv").write_text("tel,name\n+447700900123,Ann\n")
    made = call("compile", "a.send", "--audience", "other.csv", "-o", "out")
    assert made.status == 1
    assert "AUD006" in made.out
    assert not (filed / "out").exists()


def test_only_the_named_messages_are_compiled(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD + GOOD[len(SENDER) :].replace("message m", "message n"))
    assert sorted(path.name for path in _out(call, here, "--message", "n")) == ["n"]
    assert sorted(path.name for path in _out(call, here, "--message", "n", "--message", "m")) == ["m", "n"]
    assert sorted(path.name for path in _out(call, here)) == ["m", "n"]


def _out(call: Call, here: Path, *more: str) -> Iterator[Path]:
    shutil.rmtree(here / "out", ignore_errors=True)
    assert call("compile", "a.send", "-o", "out", *more).status == 0
    return (here / "out").iterdir()


def test_an_environment_of_the_settings_is_chosen_by_name(call: Call, filed: Path) -> None:
    (filed / "sendspec.toml").write_text('[env.staging]\ntps = 1\n[env.prod]\nhost = "api.example"\n')
    from sendspec.project import _config

    _config.cache_clear()
    assert len(call("compile", "a.send", "--env", "staging").out.splitlines()) == 2
    assert len(call("compile", "a.send", "--env", "prod").out.splitlines()) == 1
    made = call("compile", "a.send", "--env", "stagin")
    assert (made.status, one_line(made.err)) == (2, "no environment `stagin` in the settings of a.send")
    assert "did you mean `staging`?" in made.err


def test_rejects_stop_it_unless_they_are_allowed(call: Call, filed: Path) -> None:
    (filed / "people.csv").write_text(PEOPLE + "not a number,Cid\n")
    for bound, status in {"0": 1, "1": 0, "33%": 1, "33.4%": 0, "100%": 0}.items():
        made = call("compile", "a.send", "--max-rejects", bound, "-o", "out")
        assert made.status == status, bound
        assert (filed / "out").exists() == (status == 0)
        shutil.rmtree(filed / "out", ignore_errors=True)
    made = call("compile", "a.send")
    assert made.status == 1
    assert "AUD009" in made.out
    assert "not a number" not in made.out


def test_an_error_in_one_spec_stops_all(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "b.send").write_text(BAD)
    made = call("compile", ".", "-o", "out")
    assert (made.status, made.err) == (1, "sendspec: nothing was compiled\n")
    assert not (here / "out").exists()


def test_two_messages_of_one_name_are_told_and_both_go_to_a_stream(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "b.send").write_text(GOOD)
    made = call("compile", ".", "-o", "out")
    assert (made.status, one_line(made.err)) == (2, "two messages are called `m`")
    assert not (here / "out").exists()
    assert len(call("compile", ".").out.splitlines()) == 2


def test_what_stands_in_the_way_is_told_and_left(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "file").write_text("mine")
    (here / "foreign" / "m").mkdir(parents=True)
    (here / "foreign" / "m" / "notes.txt").write_text("mine")
    (here / "taken").mkdir()
    (here / "taken" / "m").write_text("mine")
    before = snapshot(here)
    for out, told in {
        "file": "file: it is a file; a folder is needed",
        "file/deeper": "file/deeper: a part of the path is a file",
        "foreign": "foreign/m: `notes.txt` in it was not written by compile",
        "taken": "taken/m: it is a file; a folder is needed",
    }.items():
        made = call("compile", "a.send", "-o", out)
        assert (made.status, one_line(made.err)) == (2, told)
        assert snapshot(here) == before


def test_a_message_without_people_is_told(call: Call, here: Path) -> None:
    rows = GOOD[GOOD.index("  audience") : GOOD.index("  try")]
    (here / "a.send").write_text(GOOD.replace(rows, ""))
    made = call("compile", "a.send", "-o", "out")
    assert (made.status, one_line(made.err)) == (2, "a.send: the message `m` has no audience")
    assert not (here / "out").exists()


def test_libraries_beside_messages_are_no_hindrance(call: Call, here: Path) -> None:
    (here / "lib.send").write_text(SENDER)
    (here / "a.send").write_text('import "lib.send" as lib\n' + GOOD[len(SENDER) :].replace("alerts", "lib.alerts"))
    assert call("compile", ".", "-o", "out").status == 0


def unprivileged(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A call by a user who owns nothing here."""
    line = [sys.executable, "-m", "sendspec", *arguments]
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("no setpriv")
        line = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *line]
        for folder in (here, *here.parents):
            if folder.stat().st_uid == 0 and "pytest" in folder.name:
                folder.chmod(0o755)
    env = environment(PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(line, cwd=here, env=env, capture_output=True, text=True, timeout=60, check=False)
    if "PermissionError" in done.stderr and "site-packages" in done.stderr:
        pytest.skip("another user cannot read the package")
    return done


@posix
def test_without_permission_it_is_one_line_and_nothing_changes(here: Path) -> None:
    (here / "a.send").write_text(GOOD)
    (here / "out").mkdir()
    (here / "secret.send").write_text(GOOD)
    (here / "secret.send").chmod(0)
    here.chmod(0o555)
    (here / "out").chmod(0o555)
    try:
        for arguments, told in (
            (["compile", "a.send", "-o", "out"], "out: there is no permission to write it"),
            (["compile", "a.send", "-o", "new/deep"], "new/deep: there is no permission to write it"),
            (["compile", "secret.send"], "secret.send: permission denied"),
            (["lint", "secret.send"], "secret.send: permission denied"),
            (["format", "secret.send"], "secret.send: permission denied"),
        ):
            done = unprivileged(here, *arguments)
            assert (done.returncode, one_line(done.stderr)) == (2, told)
        (here / "a.send").chmod(0o666)
        here.chmod(0o755)
        (here / "a.send").write_text(GOOD.replace("message m", "message  m"))
        here.chmod(0o555)
        done = unprivileged(here, "format", "a.send")
        assert (done.returncode, one_line(done.stderr)) == (2, "a.send: it cannot be written: permission denied")
        assert sorted(path.name for path in here.iterdir()) == ["a.send", "out", "secret.send", "sendspec.toml"]
        assert list((here / "out").iterdir()) == []
    finally:
        here.chmod(0o755)


@posix
def test_a_file_that_may_not_grow_is_told_and_nothing_stays(here: Path) -> None:
    big(here, 5000)
    before = snapshot(here)
    limited = (
        "import resource, signal, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)); "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); sys.argv[1:] = ['compile', 'a.send', '-o', 'out']; "
        "from sendspec.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], env=environment(), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert one_line(done.stderr).endswith("rung-1.ndjson: the file grows larger than the system allows")
    assert snapshot(here) == before


@posix
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_that_is_full_is_told_and_nothing_stays(here: Path, workers: str) -> None:
    big(here, 5000)
    (here / "b.send").write_text(FILED.replace("message m", "message n"))
    (here / "disk").mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", here / "disk"], capture_output=True)
    if mounted.returncode:
        pytest.skip("cannot mount a small disk")
    try:
        line = [sys.executable, "-m", "sendspec", "compile", ".", "-o", "disk/out", "--workers", workers]
        done = subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=60)
        assert done.returncode == 2
        assert one_line(done.stderr).endswith("no space is left for it")
        assert list((here / "disk").iterdir()) == []
        line = [sys.executable, "-m", "sendspec", "compile", "."]
        done = subprocess.run(line, env=environment(TMPDIR="disk"), capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stdout) == (2, "")
        assert one_line(done.stderr).endswith("no space is left for it")
        assert list((here / "disk").iterdir()) == []
    finally:
        subprocess.run(["umount", here / "disk"], check=True)


@posix
def test_a_full_disk_leaves_a_file_that_was_to_be_formatted_as_it_is(here: Path) -> None:
    (here / "disk").mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", here / "disk"], capture_output=True)
    if mounted.returncode:
        pytest.skip("cannot mount a small disk")
    try:
        text = GOOD.replace("message m", "message  m") + "# " + "x" * 40_000 + "\n"
        (here / "disk" / "a.send").write_text(text)
        line = [sys.executable, "-m", "sendspec", "format", "disk/a.send"]
        done = subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=60)
        told = "disk/a.send: it cannot be written: no space left on device"
        assert (done.returncode, one_line(done.stderr)) == (2, told)
        assert snapshot(here / "disk") == {"a.send": text.encode()}
    finally:
        subprocess.run(["umount", here / "disk"], check=True)


@posix
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_who_interrupts_it_finds_everything_as_it_was(here: Path, workers: str, number: signal.Signals) -> None:
    big(here, 100_000)
    (here / "b.send").write_text(FILED.replace("message m", "message n"))
    before = snapshot(here)
    line = [sys.executable, "-m", "sendspec", "compile", ".", "-o", "new/out", "--workers", workers]
    compiling = subprocess.Popen(line, env=environment(), stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not list(here.glob("new/out/.sendspec-*/*/*.ndjson")):
        assert compiling.poll() is None, "it ended before it could be interrupted"
        time.sleep(0.01)
    if number == signal.SIGINT:
        os.killpg(compiling.pid, number)  # a terminal interrupts all that belong together
    else:
        compiling.send_signal(number)
    _, told = compiling.communicate(timeout=60)
    assert (compiling.returncode, told) == (130, "sendspec: interrupted\n")
    assert snapshot(here) == before
    with pytest.raises(ProcessLookupError):
        os.killpg(compiling.pid, 0)


def test_a_share_of_rejects_is_that_of_all_rows(call: Call, here: Path) -> None:
    big(here, 3000)
    rows = (here / "people.csv").read_text().splitlines()
    rows[1:41] = ["none,Bad"] * 40
    (here / "people.csv").write_text("\n".join(rows) + "\n")
    assert call("compile", "a.send", "--max-rejects", "2%").status == 0
    assert call("compile", "a.send", "--max-rejects", "1%").status == 1
    (here / "a.send").write_text(FILED.replace("vars <- same", "vars <- same\n    max_rejects 2%"))
    assert call("lint", "a.send").status == 0
    made = call("compile", "a.send")
    assert made.status == 0
    assert "40 of 3 000 rows" in made.err


def test_each_reject_is_told_though_all_have_one_place(call: Call, here: Path) -> None:
    (here / "a.send").write_text(FILED)
    (here / "people.csv").write_text(PEOPLE + "x,Cid\ny,Dan\n")
    made = call("compile", "a.send", "--max-rejects", "2")
    assert made.status == 0
    assert [place in made.err for place in ("row 2 (people.csv:4),", "row 3 (people.csv:5),")] == [True, True]
    assert made.err.count("warning[AUD009]") == 2


@posix
def test_who_interrupts_a_stream_finds_nothing_in_the_folder_for_drafts(here: Path) -> None:
    big(here, 100_000)
    (here / "tmp").mkdir()
    line = [sys.executable, "-m", "sendspec", "compile", "a.send"]
    env = environment(TMPDIR=str(here / "tmp"))
    compiling = subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not list(here.glob("tmp/*/*/*.ndjson")):
        assert compiling.poll() is None, "it ended before it could be interrupted"
        time.sleep(0.01)
    compiling.send_signal(signal.SIGINT)
    out, told = compiling.communicate(timeout=60)
    assert (compiling.returncode, out, told) == (130, "", "sendspec: interrupted\n")
    assert list((here / "tmp").iterdir()) == []


MANY = "".join(f"+4477{number:08},N\n" for number in range(3000))
UNREADABLE = {
    "no bytes of UTF-8 at the end": (
        "people.csv",
        f"phone,name\n{MANY}".encode() + b"+447700900123,\xff\xfe\n",
        "AUD004",
    ),
    "nothing": ("people.csv", b"", "AUD003"),
    "any bytes": ("people.csv", bytes(range(256)) * 20, "AUD004"),
    "a quote that stays open": ("people.csv", b'phone,name\n+447700900123,"Ann\n', "AUD013"),
    "a control character": ("people.csv", f"phone,name\n{MANY}+447700900123,a\0b\n".encode(), "AUD009"),
    "a folder": ("people.csv", None, "AUD001"),
    "JSON that breaks off": ("people.jsonl", b'{"phone":"+447700900123","name":"Ann"}\n{"phone":\n', "AUD013"),
    "JSON that is a list": ("people.jsonl", b'[{"phone":"+447700900123","name":"Ann"}]', "AUD003"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_people_who_cannot_be_read_are_one_finding_and_nothing_is_written(call: Call, here: Path, what: str) -> None:
    name, data, code = UNREADABLE[what]
    (here / "a.send").write_text(FILED.replace("csv", name.partition(".")[2], 1).replace("people.csv", name))
    if data is None:
        (here / name).mkdir()
    else:
        (here / name).write_bytes(data)
    made = call("compile", "a.send", "-o", "out")
    assert (made.status, made.err) == (1, "sendspec: nothing was compiled\n")
    assert made.out.count("error[") == 1
    assert f"error[{code}]" in made.out
    assert not (here / "out").exists()


def test_a_rung_that_takes_a_request_a_person_is_remarked(call: Call, here: Path) -> None:
    rows = "".join(f"+447700900{number:03},n{number}\n" for number in range(150))
    (here / "people.csv").write_text(f"phone,place\n{rows}")
    (here / "a.send").write_text(
        'sender chat rcs { app "a_160000000000000002" }\n'
        "message visit {\n"
        "  vars { place text(max 9) }\n"
        '  audience csv "people.csv" {\n    msisdn <- phone\n    vars <- same\n  }\n'
        '  try rcs from chat { card { title "{{ place }}", image "https://cdn.acme.example/a.jpg" } }\n'
        "}\n"
    )
    done = call("compile", "a.send", "-o", "out")
    assert "visit: rung 1 (rcs) takes 150 requests for 150 people" in done.err
