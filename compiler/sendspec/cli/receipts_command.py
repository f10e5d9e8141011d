"""`sendspec receipts`: what the API reports of a sending, taken in from files, or listened for."""

from __future__ import annotations

import os
import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import click

from sendspec.blocked import BlockedError, reason
from sendspec.cli.screen import remark, write
from sendspec.cli.send_options import count
from sendspec.cli.stops import stoppable
from sendspec.project import config_for
from sendspec.submit.campaign import known
from sendspec.submit.credentials import from_environment, from_file, project_key
from sendspec.submit.journal import Holder, Journal, JournalError, LeaseError
from sendspec.submit.lock import locked
from sendspec.submit.receipt import LONGEST
from sendspec.submit.receipt_apply import settle
from sendspec.submit.receipt_keep import FORGED, INCOMING, KEPT, OTHER, STRANGE, Intake
from sendspec.submit.receipt_store import Store, store_of

#: The variable that holds the secret of the signatures, unless a file does.
SECRET = "SENDSPEC_RECEIPTS_SECRET"
#: How many receipts of a file are put on disk at once.
GROUP = 1_000
EXAMPLES = """\b
Examples:
  sendspec receipts serve --journal out/reminder.journal
  sendspec receipts load receipts.ndjson --journal out/reminder.journal

docs/receipts.md tells how the API finds the listener, and what receipts decide.
"""
_JOURNAL = click.option("--journal", required=True, metavar="FILE", help="The journal of the sending.")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Take in receipts: what the API reports of the messages of a sending.

    They settle outcomes that are unknown, and decide who is tried on the next rung.
    """


@command.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.ndjson...")
@_JOURNAL
@click.option("--partial", is_flag=True, help="More receipts have come than these files hold: silence proves nothing.")
def load(files: tuple[str, ...], journal: str, partial: bool) -> int:
    """Take receipts from files: one body a line, as the API sent it, in any order, and as often as you like.

    Unless --partial is given the files are taken as all that came until now, so that whoever is not in them was not
    reported on. A signature cannot be checked here. Exit status: 1 when a line is no receipt.
    """
    began = time.time()
    with _taking(Path(journal)) as (intake, store, key, held), stoppable():
        new = 0
        for name in files:
            taken = (intake.take(body)[1] for body in _bodies(Path(name)))
            receipts = (receipt for receipt in taken if receipt is not None)
            while group := list(islice(receipts, GROUP)):
                new += store.add(key, group)
        if not partial:
            store.listen(0.0, began)
        write(_told(intake, new))
        _settled(held, store)
    for why, number in intake.reasons.most_common():
        remark(f"{number} not understood: {why}")
    return 1 if intake.counts[STRANGE] else 0


@command.command()
@_JOURNAL
@click.option("--bind", default="127.0.0.1", metavar="ADDRESS", help="Listen there; this machine alone unless named.")
@click.option("--port", callback=count, default="8099", metavar="N", help="Listen on this port; 8099 unless named.")
@click.option("--secret-file", metavar="FILE", help=f"Take the signatures' secret from a file, not from {SECRET}.")
@click.option("--unsigned", is_flag=True, help="Take receipts without a signature, on this machine only.")
def serve(journal: str, bind: str, port: int, secret_file: str | None, unsigned: bool) -> int:
    """Listen for receipts, until it is ended. What ends HTTPS hands them on to it by plain HTTP.

    Each is checked by its signature (`x-hub-signature`), and answered when it is on disk. It may be started before
    `send`: it then waits for the journal.
    """
    secret = _secret(secret_file, unsigned, bind)
    try:
        from sendspec.submit.receipt_server import Listener
    except ImportError as error:
        raise BlockedError(
            "receipts serve needs aiohttp, which is not installed", 'pip install "sendspec[send]"'
        ) from error
    if not _there(Path(journal)):
        return 0
    with _taking(Path(journal)) as (intake, store, key, held):
        listener = Listener(intake, store, key, secret, remark)
        _listen(listener, bind, port, secret is not None)
        write(_told(intake, None))
        _settled(held, store)
    return 0


def _there(journal: Path) -> bool:
    """Waits until a sender has made the journal; False when it is ended before. Until then the API finds nobody, and
    tries again."""
    try:
        with stoppable():
            if not _made(journal):
                remark(f"{journal} is not there yet: waiting for `sendspec send` to make it")
            while not _made(journal):
                time.sleep(0.2)
    except KeyboardInterrupt:
        return False
    return True


def _made(path: Path) -> bool:
    try:
        journal = known(path)
    except JournalError:
        return path.exists() and path.stat().st_size > 0  # what is wrong with it is told where it is opened
    if journal is not None:
        journal.close()
    return journal is not None


def _listen(listener: object, bind: str, port: int, checked: bool) -> None:
    """Serves until a signal comes."""
    import asyncio
    import signal

    from sendspec.submit.receipt_server import Listener

    assert isinstance(listener, Listener)

    async def main() -> None:
        ended = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                asyncio.get_running_loop().add_signal_handler(number, ended.set)
            except NotImplementedError:
                signal.signal(number, lambda *_: ended.set())
        async with listener.serving(bind, port) as actual:
            remark(
                f"listening on http://{bind}:{actual}" + ("" if checked else ", without signatures"),
                "Ctrl-C ends it; let what ends HTTPS hand your notify URL on to it",
            )
            await ended.wait()

    try:
        asyncio.run(main())
    except OSError as error:
        raise BlockedError(f"{bind}:{port}: {reason(error)}", "--port names another port") from error


def _secret(file: str | None, unsigned: bool, bind: str) -> bytes | None:
    """The secret of the signatures. Without one, only this machine may send receipts, and only when that is said."""
    found = from_file(Path(file)) if file else from_environment(SECRET)
    if unsigned:
        if found is not None:
            raise BlockedError("--unsigned, and there is a secret: one of them")
        if bind not in ("127.0.0.1", "::1", "localhost"):
            raise BlockedError(f"--unsigned on {bind}: anybody there could forge receipts", "listen on 127.0.0.1")
        return None
    if found is None:
        raise BlockedError(
            "no secret for the signatures is named",
            f"set {SECRET} to the secret of the webhook, or name --secret-file; --unsigned goes without",
        )
    return found.reveal().encode()


@contextmanager
def _taking(path: Path) -> Iterator[tuple[Intake, Store, bytes, Journal]]:
    """A journal and its receipts. What is wrong with either is told in one line."""
    try:
        journal = known(path)
        if journal is None:
            raise BlockedError(
                f"{path}: no journal of a sending", "`sendspec send` makes one, beside the plan's folder"
            )
        key = _key(path)
        store = Store(store_of(path))
        try:
            yield Intake(journal, key), store, key, journal
        finally:
            store.close()
            journal.close()
    except JournalError as error:
        raise BlockedError(str(error)) from error


def _key(journal: Path) -> bytes:
    """The key of the project: that of the folder of the journal, or of the one in which we are."""
    for root in dict.fromkeys((config_for(journal).root, config_for(Path.cwd() / "-").root)):
        if (found := project_key(Path(root), make=False)) is not None:
            return found
    raise BlockedError("the key of the project is not there", "bring back .sendspec_key, or SENDSPEC_JOURNAL_KEY")


def _settled(journal: Journal, store: Store) -> None:
    """Settles doubts in the journal, unless a sender is at work, who then does it."""
    try:
        with locked(journal.path):
            journal.lease(Holder(secrets.token_hex(8), socket.gethostname(), os.getpid()), time.time())
            number = settle(journal, store, time.time())
            journal.release()
    except LeaseError:
        remark("a sender is at work; it takes the receipts in by itself")
        return
    if number:
        write([f"{number} unknown before, accepted by their receipts\n"])


def _bodies(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while line := file.readline(LONGEST + 2):  # a longer one is no receipt, nor is its rest
                if line.strip():
                    yield line
    except OSError as error:
        raise BlockedError(f"{path}: {reason(error)}") from error


def _told(intake: Intake, new: int | None) -> Iterator[str]:
    kept = intake.counts[KEPT]
    yield f"{kept} of this sending" + (f", {new} of them new" if new is not None else "") + "\n"
    for what in (OTHER, INCOMING, STRANGE, FORGED):
        if number := intake.counts[what]:
            yield f"{number} {what}\n"
