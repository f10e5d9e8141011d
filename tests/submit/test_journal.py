"""The journal keeps what it has taken, lets nobody be claimed twice, and knows one sender at a time."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sendspec.submit.journal import (
    Ended,
    Holder,
    Intent,
    Journal,
    JournalError,
    LeaseError,
    Person,
    Result,
    State,
    create,
)  # fmt: skip
from sendspec.submit.lock import locked

ME, OTHER = Holder("me", "here", 1), Holder("other", "here", 2)
ANN, BOB = Person(0, 10, b"a" * 16), Person(1, 11, b"b" * 16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "m.journal"
    create(path)
    return path


@pytest.fixture
def journal(path: Path) -> Journal:
    """A journal whose lease is ours."""
    made = Journal(path)
    made.make({"plan": "p"})
    made.lease(ME, 100.0)
    return made


def intent(number: int, *people: Person) -> Intent:
    return Intent(number, 1, 0, people)


def ended(number: int, **states: State) -> Ended:
    """`p0=State.ACCEPTED`: what became of a place."""
    return Ended(number, "C", 200, [Result(int(p[1:]), state, state.value, "1001", "t") for p, state in states.items()])


def test_what_is_written_is_there_for_another_process(journal: Journal, path: Path) -> None:
    journal.write(101.0, (), [intent(1, ANN, BOB)])
    journal.write(102.0, [ended(1, p0=State.ACCEPTED, p1=State.REFUSED)])
    again = Journal(path)
    assert again.states(1, 0) == {0: State.ACCEPTED, 1: State.REFUSED}
    assert again.counts() == {1: {State.ACCEPTED: 1, State.REFUSED: 1}}
    assert list(again.listed(State.REFUSED)) == [(1, 11, "refused", "1001")]
    assert (again.last_number(), again.about["plan"]) == (1, "p")


@pytest.mark.parametrize("state", [each for each in State if each is not State.UNSENT])
def test_whoever_was_sent_to_cannot_be_claimed_again(journal: Journal, state: State) -> None:
    journal.write(101.0, (), [intent(1, ANN)])
    if state is not State.SENDING:
        journal.write(102.0, [ended(1, p0=state)])
    with pytest.raises(JournalError, match="sent to twice"):
        journal.write(103.0, (), [intent(2, BOB, ANN)])
    assert journal.states(1, 0) == {0: state}, "all of the commit is taken back"
    assert journal.last_number() == 1


def test_whoever_was_surely_not_accepted_can(journal: Journal) -> None:
    journal.write(101.0, (), [intent(1, ANN, BOB)])
    journal.write(102.0, [ended(1, p0=State.UNSENT, p1=State.ACCEPTED)], [intent(2, ANN)])
    journal.write(103.0, [ended(2, p0=State.ACCEPTED)])
    assert journal.counts() == {1: {State.ACCEPTED: 2}}


def test_an_outcome_counts_for_its_own_request_only(journal: Journal) -> None:
    journal.write(101.0, (), [intent(1, ANN)])
    journal.write(102.0, [ended(1, p0=State.UNSENT)], [intent(2, ANN)])
    journal.write(103.0, [ended(1, p0=State.ACCEPTED)])
    assert journal.states(1, 0) == {0: State.SENDING}


def test_an_intent_without_an_outcome_is_unknown_to_the_next_sender(journal: Journal, path: Path) -> None:
    journal.write(101.0, (), [intent(1, ANN)])
    journal.write(101.0, (), [intent(2, BOB)])
    journal.write(102.0, [ended(2, p1=State.ACCEPTED)])
    assert Journal(path).lease(OTHER, 103.0) == 1
    assert list(journal.listed(State.UNKNOWN)) == [(1, 10, "stopped", None)]
    assert journal.states(1, 0) == {0: State.UNKNOWN, 1: State.ACCEPTED}


def test_a_sender_that_lost_its_lease_writes_nothing(journal: Journal, path: Path) -> None:
    Journal(path).lease(OTHER, 103.0)
    for write in (
        lambda: journal.write(104.0, (), [intent(1, ANN)]),
        lambda: journal.set_aside(104.0, 1, 0, [ANN], State.EXPIRED),
        lambda: journal.turn_unknown(104.0, State.DROPPED),
    ):
        with pytest.raises(LeaseError, match="another sender"):
            write()
    assert journal.counts() == {}


def test_the_lease_of_another_machine_is_kept_until_it_falls_silent(journal: Journal) -> None:
    away = Holder("away", "there", 3)
    with pytest.raises(LeaseError, match="process 1 on here"):
        journal.lease(away, 159.0)
    journal.write(150.0)
    with pytest.raises(LeaseError):
        journal.lease(away, 209.0)
    journal.lease(away, 210.0)


def test_a_lease_that_was_given_back_is_free_at_once(journal: Journal, path: Path) -> None:
    journal.release()
    Journal(path).lease(Holder("away", "there", 3), 101.0)


def test_unknown_people_change_only_on_a_word(journal: Journal) -> None:
    journal.write(101.0, (), [intent(1, ANN, BOB)])
    journal.write(102.0, [ended(1, p0=State.UNKNOWN, p1=State.ACCEPTED)])
    assert journal.turn_unknown(103.0, State.UNSENT) == 1
    journal.write(104.0, (), [intent(2, ANN)])
    assert journal.states(1, 0) == {0: State.SENDING, 1: State.ACCEPTED}


def test_whoever_expires_is_closed_and_whoever_was_sent_to_is_not(journal: Journal) -> None:
    journal.write(101.0, (), [intent(1, ANN)])
    journal.write(102.0, [ended(1, p0=State.ACCEPTED)])
    journal.set_aside(103.0, 1, 0, [ANN, BOB], State.EXPIRED)
    assert journal.states(1, 0) == {0: State.ACCEPTED, 1: State.EXPIRED}


def test_it_is_on_disk_before_it_counts(path: Path) -> None:
    journal = Journal(path)
    assert journal._one("PRAGMA journal_mode") == "wal"
    assert journal._one("PRAGMA synchronous") == 2


def test_only_its_owner_reads_it(path: Path) -> None:
    Journal(path).make({})
    assert [stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()] == [0o600] * 3


def test_a_journal_of_another_form_is_not_read(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9")
    with pytest.raises(JournalError, match="form 9; this version reads 1"):
        _ = Journal(path).made


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_journal_is_told(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "x.journal"
    path.write_bytes(damage)
    with pytest.raises(JournalError, match=r"x\.journal: "):
        _ = Journal(path).made


def test_a_full_disk_is_an_error_and_keeps_what_was_there(journal: Journal) -> None:
    journal.write(101.0, (), [intent(1, ANN)])
    pages = journal._one("PRAGMA page_count")
    journal._all(f"PRAGMA max_page_count = {pages}")
    many = [Person(place, place, os.urandom(16)) for place in range(2, 2000)]
    with pytest.raises(JournalError, match="full"):
        journal.write(102.0, [ended(1, p0=State.ACCEPTED)], [intent(2, *many)])
    assert journal.states(1, 0) == {0: State.SENDING}


HOLD = """
import sys
from pathlib import Path
from sendspec.submit.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_lock_is_one_senders_and_goes_with_it(path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdin, child.stdout:
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(LeaseError, match="another process"), locked(path):
            pass
        child.kill()
        child.wait()
    with locked(path):
        pass
