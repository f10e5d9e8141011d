"""`sendspec status`: where a sending stands, who is in doubt, and how long it takes."""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sendspec.blocked import BlockedError, reason
from sendspec.cli.screen import remark, watched, write
from sendspec.cli.send_told import people, thin
from sendspec.submit.campaign import StoppedError
from sendspec.submit.journal import Journal, JournalError
from sendspec.submit.standing import Report, journal_at, opened, report, rows

EXAMPLES = """\b
Examples:
  sendspec status out/reminder.journal
  sendspec status out/reminder --follow
  sendspec status out/reminder --json | jq .unknown
"""
#: So many rows in doubt are listed; --json and --csv list all.
LISTED = 20
#: The states in the order of the table.
COLUMNS = ("accepted", "refused", "unknown", "sending", "expired", "skipped", "dropped")


@click.command(epilog=EXAMPLES)
@click.argument("journal", metavar="JOURNAL")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; `sendspec schema journal` describes it.")
@click.option("--csv", "table", metavar="FILE", help="Write rung, row, state, why and code of everybody to a file.")
@click.option("--follow", is_flag=True, help="Tell again whenever it changes, while a sender is at work.")
def command(journal: str, as_json: bool, table: str | None, follow: bool) -> int:
    """Tell where a sending stands. JOURNAL is its file, or the folder of its plan.

    People are told by the row of the source; no address stands in a journal.
    """
    try:
        store = opened(journal_at(Path(journal)))
        if table is not None:
            _table(store, Path(table))
        _tell(store, as_json, follow)
        store.close()
    except (StoppedError, JournalError) as error:
        raise BlockedError(str(error), getattr(error, "help", None)) from error
    return 0


def _tell(store: Journal, as_json: bool, follow: bool) -> None:
    made = report(store, time.time())
    write(_shown(made, as_json))
    while follow and made.at_work:
        time.sleep(1)
        before, made = made, report(store, time.time())
        if made.rungs != before.rungs or not made.at_work:
            write(_shown(made, as_json))


def _shown(made: Report, as_json: bool) -> Iterator[str]:
    if as_json:
        yield json.dumps(made.told, ensure_ascii=False) + "\n"
        return
    told = made.told
    yield f"{told['message']}, begun {told['began']}, to {told['host']}\n"
    yield from _counts(made)
    if ladder := told["ladder"]:
        ends = ", ".join(f"{thin(number)} {end}" for end, number in ladder["ends"].items())
        more = f"; {people(ladder['waiting'])} may be tried on a further rung" if ladder["waiting"] else ""
        yield f"  all rungs: {ends}{more}\n"
    for each in told["receipts"]:
        yield f"  receipts {each['channel']}: {thin(each['count'])} {each['state']}\n"
    yield from _doubtful(made)
    yield from _going(made)


def _counts(made: Report) -> Iterator[str]:
    named = [name for name in COLUMNS if any(name in rung["states"] for rung in made.rungs)]
    head = ("rung", "channel", "people", *named, "left")
    body = []
    for rung in made.rungs:
        numbers = [rung["people"], *(rung["states"].get(name, 0) for name in named)]
        left = "" if rung["left"] is None else thin(rung["left"])
        body.append((str(rung["rung"]), str(rung["channel"]), *map(thin, numbers), left))
    if watched(sys.stdout) and (table := _rich(head, body)) is not None:
        yield table
        return
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    for row in (head, *body):
        cells = [
            cell.ljust(width) if at == 1 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  " + "  ".join(cells).rstrip() + "\n"


def _rich(head: tuple[str, ...], body: list[tuple[str, ...]]) -> str | None:
    """The same as a table that a person looks at; None where nothing is there to draw it."""
    try:
        from rich.console import Console
        from rich.table import Table
    except ImportError:
        return None
    table = Table()
    for name in head:
        table.add_column(name, justify="left" if name == "channel" else "right")
    for row in body:
        table.add_row(*row)
    console = Console()
    with console.capture() as caught:
        console.print(table)
    return caught.get()


def _doubtful(made: Report) -> Iterator[str]:
    """Who is in doubt, by row."""
    for rung in made.rungs:
        found = [each for each in made.told["unknown"] if each["rung"] == rung["rung"]]
        if not found:
            continue
        listed = ", ".join(str(each["row"]) + _why(each) for each in found[:LISTED])
        more = f" and {thin(len(found) - LISTED)} more (--json lists all)" if len(found) > LISTED else ""
        yield f"  in doubt on rung {rung['rung']}, by row: {listed}{more}\n"


def _why(each: dict[str, Any]) -> str:
    return f" ({each['code']})" if each["code"] else ""


def _going(made: Report) -> Iterator[str]:
    told = made.told
    sender = told["sender"]
    if sender and sender["alive"] is not False:
        rate = "" if told["rate"] is None else f", {told['rate']:g} people a second"
        left = "" if told["seconds_left"] is None else f", {thin(told['seconds_left'])} s left"
        yield f"  process {sender['process']} on {sender['host']} sends{rate}{left}\n"
    elif sender:
        yield "  the last sender was cut off; the same `send` command goes on\n"
    elif told["stopped"]:
        yield f"  stopped: {told['stopped']}\n"
    if told["locked"]:
        yield f"  locked: {told['locked']}; `send --resume` goes on\n"


def _table(store: Journal, path: Path) -> None:
    """Everybody as CSV."""
    try:
        count = -1  # the head is no person
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            for row in rows(store):
                count += 1
                writer.writerow(row)
    except OSError as error:
        raise BlockedError(f"--csv {path}: {reason(error)}") from error
    remark(f"{people(count)} written to {path}")
