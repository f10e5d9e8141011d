"""What happened to others who send in bulk, each by its name: it does not happen here."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sendspec.submit.transport import Transport

from .conftest import Call, Outcome, shared, write_plan
from .judge import Asked, Judge, Says, accepted, coded, listening

Send = Callable[..., Outcome]
COMMAND = [sys.executable, "-m", "sendspec", "send", "out/m", "--confirm"]


def started(project: Path, port: int, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "--host", f"127.0.0.1:{port}", *more], cwd=project, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def once(judge: Judge, people: int) -> bool:
    return Counter(judge.reached.values()) == {1: people}


def test_a_campaign_is_not_marked_finished_after_a_restart(judge: Judge, project: Path, call: Call) -> None:
    write_plan(project / "out/m", shared(20, 1))
    judge.behaviour = lambda asked: accepted(asked)._replace(pause=0.05)
    with listening(judge) as port:
        process = started(project, port, "--at-once", "1")
        while len(judge.asked) < 3:
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
        assert process.returncode == 4
        reached = len(judge.reached)
        assert f" {20 - reached}\n" in call("status", "out/m").out, "the rest is left"
        process = started(project, port)
        process.communicate(timeout=20)
    assert process.returncode == 0
    assert once(judge, 20)


def test_a_list_is_not_mailed_from_the_top_on_resume(judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(20, 1))
    judge.behaviour = lambda asked: accepted(asked)._replace(pause=0.02)
    with listening(judge) as port:
        process = started(project, port, "--at-once", "1")
        while len(judge.asked) < 3:
            assert process.poll() is None
        process.kill()
        process.communicate()
        process = started(project, port)
        process.communicate(timeout=20)
    assert process.returncode in (0, 3)
    assert max(judge.reached.values()) == 1


def test_throttled_people_are_not_counted_as_sent(send: Send, judge: Judge, project: Path, call: Call) -> None:
    said = [accepted, *[coded("7020")] * 5, accepted, coded("7001")]
    judge.behaviour = lambda asked: (said.pop(0) if said else accepted)(asked)
    write_plan(project / "out/m", shared(3, 1))
    done = send("--at-once", "1")
    assert (done.status, done.out) == (4, "m, rung 1 (sms): 2 accepted, 1 left\n")
    assert len(judge.asked) == 8
    assert send("--resume").status == 0
    assert once(judge, 3)


def test_two_schedulers_start_the_same_campaign(judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(30, 1))
    judge.behaviour = lambda asked: accepted(asked)._replace(pause=0.02)
    with listening(judge) as port:
        both = [started(project, port), started(project, port)]
        told = [process.communicate(timeout=30) for process in both]
    assert sorted(process.returncode for process in both) == [0, 4]
    assert any("another sender is at work" in err for _, err in told)
    assert once(judge, 30)


def test_a_clone_of_a_servers_files_does_not_send_too(judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(4, 1))
    judge.behaviour = coded("7009")
    with listening(judge) as port:
        process = started(project, port)
        process.communicate(timeout=20)
        assert process.returncode == 4
        clone = project.with_name("clone")
        shutil.copytree(project, clone)
        judge.behaviour = accepted
        process = started(clone, port)
        _, err = process.communicate(timeout=20)
        assert (process.returncode, "is a copy" in err) == (4, True)
        process = started(project, port)
        process.communicate(timeout=20)
    assert once(judge, 4)


def test_a_read_time_out_is_not_posted_again_three_times(
    send: Send, judge: Judge, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Transport.__init__, "__defaults__", (None, 5.0, 0.2))
    judge.behaviour = lambda asked: Says(stall=True)
    write_plan(project / "out/m", shared(3, 3))
    assert send().out == "m, rung 1 (sms): 3 unknown\n"
    assert send().status == 3
    assert len(judge.asked) == 1


def test_a_partial_answer_is_not_taken_for_all(send: Send, judge: Judge, project: Path) -> None:
    """A list that names some of the messages says nothing of the others."""

    def some(asked: Asked) -> Says:
        body = b'{"response": [{"code": "1001", "correlationid": "%s"}]}' % asked.ids[0].encode()
        return Says((b"HTTP/1.1 200 x\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body),))

    judge.behaviour = some
    line = shared(1, 1)[0]
    other = shared(2, 1)[1]
    line["body"], line["rows"] = [line["body"], other["body"]], [0, 1]
    write_plan(project / "out/m", [line])
    assert send().out == "m, rung 1 (sms): 1 accepted, 1 unknown\n"


def test_a_deleted_journal_does_not_mail_the_list_from_the_top(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(4, 2))
    assert send().status == 0
    for each in project.glob("out/m.journal*"):
        each.unlink()
    done = send()
    assert (done.status, "was sent to" in done.err, "which is gone" in done.err) == (4, True, True)
    assert not (project / "out/m.journal").exists()
    assert once(judge, 4)
    assert send("--again").status == 0
    assert Counter(judge.reached.values()) == {2: 4}, "as the person said"


def test_the_same_plan_in_another_folder_is_not_another_campaign(send: Send, judge: Judge, project: Path) -> None:
    write_plan(project / "out/m", shared(4, 2))
    judge.behaviour = coded("7009")
    assert send().status == 4
    shutil.move(project / "out", project / "old")
    write_plan(project / "out/m", shared(4, 2))
    judge.behaviour = accepted
    done = send()
    assert (done.status, "was sent to" in done.err) == (4, True)
    assert send("--journal", str(project / "old/m.journal")).status == 0
    assert once(judge, 4)


def test_a_torn_note_of_a_sending_is_no_sending(send: Send, judge: Judge, project: Path) -> None:
    (project / ".sendspec_sent").write_bytes(b'\n{"plan": "x", "ho')
    write_plan(project / "out/m", shared(4, 2))
    assert send().status == 0
    (project / "out/m.journal").unlink()
    assert "was sent to" in send().err
