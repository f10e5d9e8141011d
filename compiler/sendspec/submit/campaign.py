"""One sending of one plan: its journal, whose it is, and whether it may go on. Refuses what would send twice."""

from __future__ import annotations

import json
import os
import secrets
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sendspec.blocked import BlockedError
from sendspec.record import NamedTuple
from sendspec.submit import sent
from sendspec.submit.compiled import Compiled, Rung
from sendspec.submit.correlation import fingerprint
from sendspec.submit.hosts import Host
from sendspec.submit.journal import FORMAT, Holder, Journal, JournalError, LeaseError, State, create
from sendspec.submit.lock import home, locked


class StoppedError(Exception):
    """Nothing is sent, or nothing more: what stands in the way, and what to do. The command ends with status 4."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.help = help


class Campaign(NamedTuple):
    """A sending that may go on. `lost`: people whom a sender that died left in an unknown state."""

    journal: Journal
    run: str
    lost: int


def journal_of(compiled: Compiled) -> Path:
    """Where the journal of a plan is, unless it is named: beside the folder, which compile may write anew."""
    folder = compiled.folder.resolve()
    return folder.with_name(folder.name + ".journal")


def known(path: Path) -> Journal | None:
    """The journal at a path, to look at; None when nothing was sent yet."""
    if not path.exists():
        return None
    journal = Journal(path)
    if journal.made:
        return journal
    journal.close()
    return None


@contextmanager
def campaign(
    path: Path, compiled: Compiled, key: bytes, host: Host, wall: float, root: Path, *, moved: bool = False,
    again: bool = False,
) -> Iterator[Campaign]:  # fmt: skip
    """Holds the journal's lock and lease for the time of a sending. `again`: a plan that was sent is sent once more."""
    with locked(path):
        if not again:
            _new(path, compiled, host, root)
        create(path)
        journal = Journal(path)
        try:
            _made(journal, compiled, key, host, wall)
            sent.note(root, compiled.sum, host.origin, path)
            _same(journal, compiled, key, host)
            _in_place(journal, moved)
            lost = journal.lease(Holder(secrets.token_hex(8), socket.gethostname(), os.getpid()), wall)
            yield Campaign(journal, journal.about["run"], lost)
        finally:
            with suppress(JournalError):  # what stopped it says more
                journal.release()
            journal.close()


def _new(path: Path, compiled: Compiled, host: Host, root: Path) -> None:
    """Refuses to begin at the top where the plan was sent already, by a journal that is elsewhere or gone."""
    if (there := known(path)) is not None:
        there.close()
        return
    if before := sent.journals(root, compiled.sum, host.origin):
        gone = not before[-1].exists()
        raise StoppedError(
            f"{compiled.folder} was sent to {host.origin} already, by {before[-1]}{', which is gone' if gone else ''}",
            ("bring it back" if gone else f"go on with --journal {before[-1]}")
            + "; --again sends to everybody a second time",
        )


def _made(journal: Journal, compiled: Compiled, key: bytes, host: Host, wall: float) -> None:
    if journal.made:
        return
    journal.make(
        {
            "format": str(FORMAT),
            "message": compiled.name,
            "plan": compiled.sum,
            "run": secrets.token_hex(16),
            "key": fingerprint(key),
            "host": host.origin,
            "home": home(journal.path),
            "began": repr(wall),
            "rungs": json.dumps([_rung(rung) for rung in compiled.rungs]),
        }
    )


def _rung(rung: Rung) -> Mapping[str, object]:
    return {"rung": rung.number, "channel": rung.named, "people": rung.people, "native": rung.file is None}


def _same(journal: Journal, compiled: Compiled, key: bytes, host: Host) -> None:
    """Refuses to go on with another plan, host or key than those it began with."""
    about = journal.about
    name = journal.path.name
    if about["plan"] != compiled.sum:
        raise StoppedError(
            f"{name} belongs to another plan than {compiled.folder}: it was compiled anew since",
            f"`sendspec status {journal.path}` tells who was sent to; another sending needs a --journal of its own",
        )
    if about["host"] != host.origin:
        raise StoppedError(
            f"{name} was begun with {about['host']}, and this is {host.origin}",
            "another host is another sending: give it a --journal of its own",
        )
    if about["key"] != fingerprint(key):
        raise StoppedError(
            f"{name} was begun with another key of the project", "bring back .sendspec_key, or SENDSPEC_JOURNAL_KEY"
        )


def _in_place(journal: Journal, moved: bool) -> None:
    """A journal that was copied may have a twin that sends as well."""
    here = home(journal.path)
    if journal.about["home"] == here:
        return
    if not moved:
        raise StoppedError(
            f"{journal.path.name} is a copy, or was moved here from another place",
            "make sure that the first one never sends again, then run with --moved",
        )
    journal.note(home=here)


@contextmanager
def told() -> Iterator[None]:
    """What the journal or its lease raises, as what stops a sending."""
    try:
        yield
    except LeaseError as error:
        raise StoppedError(f"another sender is at work: {error}", "wait for it, or end it") from error
    except JournalError as error:
        raise StoppedError(
            f"the journal cannot be kept: {error}", "nothing is sent that is not written down; mend it, then go on"
        ) from error


class Standing(NamedTuple):
    """Where the people of the first rung stand. `left` are those who are still to be sent to."""

    people: int
    states: Mapping[State, int]

    @property
    def left(self) -> int:
        """People never tried, or surely not accepted."""
        return self.people - sum(count for state, count in self.states.items() if state is not State.UNSENT)


def standing(journal: Journal | None, rung: Rung) -> Standing:
    """Where the people of a rung stand by a journal."""
    return Standing(rung.people, {} if journal is None else journal.counts().get(rung.number, {}))


def rung_1(compiled: Compiled) -> Rung:
    """The rung with which a ladder begins."""
    for rung in compiled.rungs:
        if rung.file is not None and not any(each["waits_for"] for each in rung.told):
            return rung
    raise BlockedError(f"{compiled.folder}: the plan has no first rung", "compile it again")


def status_of(where: Standing) -> int:
    """The exit status: 4 stopped with people left, 3 some unknown, 1 some refused or too late, 0 all accepted."""
    if where.left:
        return 4
    if where.states.get(State.UNKNOWN) or where.states.get(State.SENDING):
        return 3
    turned_away = (State.REFUSED, State.EXPIRED, State.DROPPED)
    return 1 if any(where.states.get(state) for state in turned_away) else 0
