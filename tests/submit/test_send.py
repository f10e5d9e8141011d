"""`sendspec send`, from the call to the last byte, against a server that alone judges who was sent to."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sendspec.submit.lock import locked

from .conftest import KEY, V1, V2, Call, Outcome, shared, sms, write_plan
from .judge import Asked, Behaviour, Judge, Says, accepted, coded, http, listening

Send = Callable[..., Outcome]
BROKEN = Says((), takes=True)


def at(port: int) -> tuple[str, str]:
    return "--host", f"127.0.0.1:{port}"


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The behaviours in order; the last for all that follow."""
    left = list(behaviours)
    return lambda asked: (left.pop(0) if len(left) > 1 else left[0])(asked)


def breaks(asked: Asked) -> Says:
    """Takes the request, and closes without a word."""
    return BROKEN


def test_without_confirm_it_tells_what_it_would_do_and_makes_nothing(call: Call, project: Path) -> None:
    plan = write_plan(project / "out/m", shared(25, 10), expires={"at": "2126-11-30T09:00:00.000Z"})
    done = call("send", "out/m", "--host", "api.uk.webexconnect.io", "--share", "80%", "--channel-tps", "sms=5")
    assert done.status == 0
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines == [
        "m, from out/m",
        "host https://api.uk.webexconnect.io (environment test)",
        "key the key in the variable CANARY_KEY",
        "rate at most 80000 destinations a second, beginning with 40000; sms at most 4; 80% of the account's 100000",
        "rung 1 sms: 25 people in 8 requests",
        "guards stops when more than 1 % are refused; expires at 2126-11-30T09:00:00+00:00",
        f"journal {project / 'out/m.journal'}",
        "nothing was sent; --confirm sends to 25 people",
    ]
    assert sorted(each.name for each in project.rglob("*") if each.is_file()) == [
        "plan.json", "rung-1.ndjson", "sendspec.toml",
    ]  # fmt: skip
    assert plan.is_dir()


def test_all_people_get_it_once(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(2500, 1000))
    assert send() == Outcome(0, "m, rung 1 (sms): 2 500 accepted\n", "")
    assert Counter(judge.taken.values()) == {1: 2500}
    assert {asked.headers["key"] for asked in judge.asked} == {KEY}
    assert {asked.path for asked in judge.asked} == {V1}


def test_the_same_command_sends_nothing_more(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(5, 2))
    first, again = send(), send()
    assert (again.status, again.out, len(judge.asked)) == (first.status, first.out, 3)
    assert (first.err, again.err) == ("", "sendspec: nobody was left to send to: this run sent nothing\n")


def test_a_request_holds_no_more_than_the_rate(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(130, 130))
    assert send("--tps", "100").status == 0
    assert [len(asked.ids) for asked in judge.asked] == [100, 30]


def test_v2_is_sent_as_well(send: Send, judge: Judge, project: Path) -> None:
    body = {"channel": "sms", "from": "A", "to": [{"msisdn": ["+1", "+2"]}], "content": {"type": "text", "text": "x"}}
    write_plan(project / "out/m", [{"rung": 1, "path": V2, "body": body, "rows": [0, 1]}])
    assert send().out == "m, rung 1 (sms): 2 accepted\n"
    assert judge.asked[0].path == V2


@pytest.mark.parametrize(
    ("behaviour", "status", "said"),
    [
        (coded("7004"), 1, "3 refused"), (breaks, 3, "3 unknown"), (coded("7006", takes=True), 3, "3 unknown"),
        (coded("7001"), 4, "3 left"), (coded("7009"), 4, "3 left"),
        (lambda asked: Says((http(307, b"", "location: http://127.0.0.1:1/"),), False), 3, "3 unknown"),
        (lambda asked: Says((http(403, b""),), False), 4, "3 left"),
        (lambda asked: Says((http(200, b"<html>"),), True), 3, "3 unknown"),
        (lambda asked: Says((http(503, b""),), True), 3, "3 unknown"),
    ],
)  # fmt: skip
def test_each_kind_of_end_has_its_status(
    send: Send, judge: Judge, project: Path, behaviour: Behaviour, status: int, said: str
) -> None:
    judge.behaviour = behaviour
    write_plan(project / "out/m", shared(3, 3))
    done = send("--max-refused", "100%")
    assert (done.status, done.out) == (status, f"m, rung 1 (sms): {said}\n")
    assert len(judge.asked) == 1


def test_what_is_throttled_is_sent_later_and_counted_once(send: Send, judge: Judge, project: Path) -> None:
    judge.behaviour = in_turn(coded("7020"), lambda asked: Says((http(429, b"", "retry-after: 0"),), False), accepted)
    write_plan(project / "out/m", shared(3, 3))
    assert send().out == "m, rung 1 (sms): 3 accepted\n"
    assert Counter(judge.taken.values()) == {1: 3}


def test_a_refused_account_stops_until_a_person_says_so(send: Send, judge: Judge, project: Path) -> None:
    judge.behaviour = in_turn(accepted, coded("7001"))
    write_plan(project / "out/m", shared(4, 1))
    first = send("--at-once", "1")
    assert (first.status, "refused (7001)" in first.err) == (4, True)
    assert len(judge.asked) == 2
    judge.behaviour = accepted
    again = send()
    assert (again.status, "then add --resume" in again.err, len(judge.asked)) == (4, True, 2)
    assert send("--resume").status == 0
    assert Counter(judge.taken.values()) == {1: 4}


def test_an_unknown_outcome_is_held_dropped_or_sent_again_on_a_persons_word(
    send: Send, judge: Judge, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge.behaviour = in_turn(breaks, accepted)
    write_plan(project / "out/m", shared(4, 2))
    assert send("--at-once", "1").out == "m, rung 1 (sms): 2 accepted, 2 unknown\n"
    assert send().status == 3
    assert len(judge.asked) == 2, "it is held"

    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    done = send("--on-unknown", "resend")
    assert (done.status, "2 people may get the message twice" in done.err, len(judge.asked)) == (4, True, 2)
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n"))
    assert send("--on-unknown", "resend").status == 0
    assert sorted(judge.taken.values()) == [1, 1, 2, 2], "as the person was told"


def test_dropped_ones_are_never_sent_again(send: Send, judge: Judge, project: Path) -> None:
    judge.behaviour = breaks
    write_plan(project / "out/m", shared(2, 2))
    assert send().status == 3
    done = send("--on-unknown", "drop")
    assert (done.status, done.out) == (1, "m, rung 1 (sms): 2 dropped\n")
    assert len(judge.asked) == 1


def test_a_plan_that_was_compiled_anew_is_another_sending(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(2, 2))
    assert send().status == 0
    write_plan(project / "out/m", shared(3, 2))
    done = send()
    assert (done.status, "belongs to another plan" in done.err) == (4, True)
    assert len(judge.asked) == 1


@pytest.mark.parametrize("change", [lambda text: text.replace("0900000", "0900007"), lambda text: text + text])
def test_lines_that_are_not_the_plans_are_not_sent(
    send: Send, judge: Judge, project: Path, change: Callable[[str], str]
) -> None:
    file = write_plan(project / "out/m", shared(2, 2)) / "rung-1.ndjson"
    file.write_text(change(file.read_text()))
    done = send()
    assert (done.status, "is not the file that plan.json names" in done.err) == (2, True)
    assert judge.connections == 0


def test_a_second_sender_is_refused(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(2, 2))
    with locked(project / "out/m.journal"):
        done = send()
    assert (done.status, "another sender is at work" in done.err) == (4, True)
    assert judge.connections == 0
    assert send().status == 0


def test_a_copy_of_a_journal_does_not_send_beside_the_first(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(2, 2))
    judge.behaviour = coded("7009")
    assert send().status == 4
    judge.behaviour = accepted
    shutil.copy(project / "out/m.journal", project / "copy.journal")
    done = send("--journal", "copy.journal")
    assert (done.status, "is a copy" in done.err) == (4, True)
    assert send("--journal", "copy.journal", "--moved").status == 0


def test_another_host_or_key_is_another_sending(
    send: Send, call: Call, judge: Judge, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(project / "out/m", shared(2, 2))
    assert send().status == 0
    done = call("send", "out/m", "--host", "api.uk.webexconnect.io", "--confirm")
    assert (done.status, "another host is another sending" in done.err) == (4, True)
    monkeypatch.setenv("SENDSPEC_JOURNAL_KEY", "x" * 32)
    assert "another key of the project" in send().err
    assert len(judge.asked) == 1


@pytest.mark.parametrize(
    ("option", "said"),
    [(("--max-people", "3"), "--max-people allows 3"), (("--not-after", "2020-01-01T00:00+00:00"), "--not-after")],
)
def test_a_guard_lets_nothing_leave(
    send: Send, judge: Judge, project: Path, option: tuple[str, str], said: str
) -> None:
    write_plan(project / "out/m", shared(4, 2))
    done = send(*option)
    assert (done.status, said in done.err) == (4, True)
    assert judge.connections == 0


def test_max_people_counts_who_is_left(send: Send, judge: Judge, project: Path) -> None:
    judge.behaviour = in_turn(accepted, coded("7009"), accepted)
    write_plan(project / "out/m", shared(4, 2))
    assert send("--at-once", "1").status == 4
    assert send("--max-people", "2").status == 0


def test_too_many_refused_stop_it(send: Send, judge: Judge, project: Path) -> None:
    judge.behaviour = coded("7004")
    write_plan(project / "out/m", shared(100, 1))
    done = send("--at-once", "1", "--max-refused", "3%")
    assert (done.status, done.out) == (4, "m, rung 1 (sms): 4 refused, 96 left\n")
    assert "4 of 100 people were refused; the bound is 3 %" in done.err


def test_nothing_starts_after_the_expiry(send: Send, judge: Judge, project: Path) -> None:
    late, early = "2020-01-01T00:00:00.000Z", "2126-01-01T00:00:00.000Z"
    body = [sms(0, expiry=late), sms(1, 2, expiry=early)]
    write_plan(project / "out/m", [{"rung": 1, "path": V1, "body": body, "rows": [0, 1, 2]}], expires={"at": None})
    done = send()
    assert (done.status, done.out) == (1, "m, rung 1 (sms): 2 accepted, 1 expired\n")
    write_plan(project / "out/n", shared(2, 2), expires={"at": late})
    shutil.rmtree(project / "out/m")
    shutil.move(project / "out/n", project / "out/m")
    assert send("--journal", "n.journal").out == "m, rung 1 (sms): 2 expired\n"
    assert len(judge.asked) == 1


def quiet(then: str, *, now: bool) -> dict[str, object]:
    """Quiet hours that are now, or were just over, for people in Kiritimati."""
    here = time.gmtime(time.time() + 14 * 3600)
    start, end = (
        ((here.tm_hour + 24 - 1) % 24, (here.tm_hour + 2) % 24) if now else (here.tm_hour + 3, here.tm_hour + 4)
    )
    clock = [f"{hour % 24:02d}:00:00" for hour in (start, end)]
    return {"from": clock[0], "to": clock[1], "zone": {"variable": "tz"}, "then": then}


def test_whoever_has_quiet_hours_is_skipped_or_held(send: Send, judge: Judge, project: Path) -> None:
    line = {"rung": 1, "path": V1, "body": sms(0, 1), "rows": [0, 1], "zones": ["Pacific/Kiritimati", "Etc/GMT+2"]}
    write_plan(project / "out/m", [line], quiet=quiet("skip", now=True))
    assert send().out == "m, rung 1 (sms): 1 accepted, 1 skipped\n"


COMMAND = [sys.executable, "-m", "sendspec"]


def started(port: int, project: Path, *more: str) -> subprocess.Popen[str]:
    """A sender in a process of its own."""
    return subprocess.Popen(
        [*COMMAND, "send", "out/m", *at(port), "--confirm", *more], cwd=project, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def until(true: Callable[[], object]) -> None:
    """Waits for something of another process."""
    for _ in range(3000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_it_when_what_is_under_way_has_ended(judge: Judge, project: Path, name: str) -> None:
    judge.behaviour = lambda asked: accepted(asked)._replace(pause=0.3)
    write_plan(project / "out/m", shared(200, 1))
    with listening(judge) as port:
        process = started(port, project)
        until(lambda: judge.asked)
        process.send_signal(getattr(signal, name))
        out, err = process.communicate(timeout=20)
        assert process.returncode == 4, err
        assert "stopped: it was asked to stop" in err
        assert f"m, rung 1 (sms): {len(judge.taken)} accepted, {200 - len(judge.taken)} left\n" == out


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize(
    "state", ["held for quiet hours", "nobody listens", "asked for a number", "waiting for the rate"]
)
def test_a_signal_ends_it_in_whatever_it_waits_for(judge: Judge, project: Path, call: Call, state: str) -> None:
    line = {"rung": 1, "path": V1, "body": sms(0, 1), "rows": [0, 1], "zone": "Pacific/Kiritimati"}
    held = {"quiet": quiet("hold", now=True)} if state == "held for quiet hours" else {}
    write_plan(project / "out/m", [line], **held)
    with listening(judge) as port:
        more: tuple[str, ...] = ()
        if state == "asked for a number":
            judge.behaviour = breaks
            assert call("send", "out/m", *at(port), "--confirm").status == 3
            more = ("--on-unknown", "resend")
        posts = len(judge.asked)
        process = subprocess.Popen(
            [*COMMAND, "send", "out/m", *at(closed_port() if state == "nobody listens" else port), "--confirm", *more],
            cwd=project, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        until(lambda: (journal := project / "out/m.journal").exists() and journal.stat().st_size)
        if state == "asked for a number":
            assert process.stderr is not None
            assert "may get the message twice" in process.stderr.readline()
        time.sleep(2.5 if state == "nobody listens" else 0.5)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 4, out + err
        assert len(judge.asked) == posts
    assert "was cut off" not in call("status", "out/m").out


def test_a_second_signal_ends_it_at_once_and_what_was_under_way_is_unknown(judge: Judge, project: Path) -> None:
    judge.behaviour = lambda asked: Says(stall=True)
    write_plan(project / "out/m", shared(4, 1))
    with listening(judge) as port:
        process = started(port, project, "--at-once", "2")
        until(lambda: len(judge.asked) == 2)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 4, err
        judge.behaviour = accepted
        process = started(port, project)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (3, "m, rung 1 (sms): 2 accepted, 2 unknown\n")
    assert "the last run was cut off: the outcome of 2 people is unknown" in err
    assert Counter(judge.taken.values()) == {1: 4}


@pytest.mark.skipif(sys.platform == "win32", reason="bounds files by the system")
def test_a_disk_that_is_full_stops_it_before_the_next_byte(judge: Judge, project: Path) -> None:
    import resource

    write_plan(project / "out/m", shared(3000, 50))
    with listening(judge) as port:
        process = subprocess.Popen(
            [*COMMAND, "send", "out/m", *at(port), "--confirm"], cwd=project, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000)),
        )  # fmt: skip
        _, err = process.communicate(timeout=30)
        assert (process.returncode, "the journal cannot be kept" in err) == (4, True), err
        assert 0 < len(judge.asked) < 60
        process = started(port, project)
        out, err = process.communicate(timeout=30)
    assert process.returncode in (0, 3), err
    assert max(judge.reached.values()) == 1
    unknown = 3000 - int(out.partition("sms): ")[2].split(" acc")[0].replace(" ", ""))
    assert unknown <= 4 * 50, "no more than what was under way"
    assert len(judge.reached) >= 3000 - unknown


def test_it_needs_a_rate_a_host_and_a_key(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(project / "out/m", shared(2, 2))
    host = ("--host", "api.uk.webexconnect.io")
    assert "no host is named" in call("send", "out/m").err
    monkeypatch.delenv("CANARY_KEY")
    assert "which is not there" in call("send", "out/m", *host).out
    done = call("send", "out/m", *host, "--confirm")
    assert (done.status, "the variable CANARY_KEY is not set" in done.err) == (2, True)
    assert "no host of the API; did" not in call("send", "out/m", *host).err
    done = call("send", "out/m", "--env", "test", "--tps", "0")
    assert (done.status, "expected a whole number from 1" in done.err) == (2, True)


def test_without_the_extra_it_says_what_to_install(
    send: Send, judge: Judge, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(project / "out/m", shared(2, 2))
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    done = send()
    assert (done.status, 'pip install "sendspec[send]"' in done.err) == (2, True)
    assert not (project / "out/m.journal").exists()


def test_what_is_no_compiled_folder_is_told(call: Call, project: Path) -> None:
    write_plan(project / "out/m", shared(2, 2))
    done = call("send", "out", "--host", "api.uk.webexconnect.io")
    assert (done.status, "name one of its messages: out/m" in done.err) == (2, True)
    plan = project / "out/m/plan.json"
    plan.write_text(json.dumps({**json.loads(plan.read_text()), "format": 2}))
    done = call("send", "out/m", "--host", "api.uk.webexconnect.io")
    assert (done.status, "/format is not as a plan has it" in done.err) == (2, True)


def test_the_command_line_never_holds_the_key() -> None:
    done = subprocess.run([*COMMAND, "send", "--help"], capture_output=True, text=True, env=os.environ, check=True)
    assert "--key-file" in done.stdout
    assert "--key " not in done.stdout


#: Run by Python before anything else: every attempt to make a socket ends the process.
GUARD = """import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"{event}: no network here")

sys.addaudithook(forbid)
"""


def test_without_confirm_and_for_a_status_no_socket_is_made(judge: Judge, project: Path, tmp_path: Path) -> None:
    write_plan(project / "out/m", shared(2, 2))
    with listening(judge) as port:
        process = started(port, project)
        process.communicate(timeout=20)
        assert process.returncode == 0
        (tmp_path / "sitecustomize.py").write_text(GUARD)
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}

        def run(*arguments: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [*COMMAND, *arguments], cwd=project, env=environment, text=True, capture_output=True, check=False
            )

        done = run("send", "out/m", *at(port))
        assert (done.returncode, "2 people in 1 request; 0 people still to be sent to" in done.stdout) == (0, True)
        assert "no network here" in run("send", "out/m", *at(port), "--confirm").stderr, "the guard sees sockets"
