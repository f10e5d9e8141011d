"""`sendspec compile`: lint first, then the requests of every message, all of them or none."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from sendspec.audience.people import TWICE
from sendspec.cli.asked import Chosen, chosen, linted, people_options, request
from sendspec.cli.buckets import Asked, asked_for, bucket_options, done, gathered_up, swept
from sendspec.cli.findings import aside, written
from sendspec.cli.made import as_json, as_text
from sendspec.cli.progress import wanted
from sendspec.cli.reject_file import gathered, target
from sendspec.cli.screen import remark, write, write_bytes
from sendspec.cli.specs import specs
from sendspec.cli.stops import stoppable
from sendspec.cli.usage import from_1
from sendspec.cli.workers import Order, Task, compile_all
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.failure import RefusedError
from sendspec.emit.write import lines, place
from sendspec.pipeline import Linter
from sendspec.record import NamedTuple
from sendspec.summary import counted
from sendspec.values.trouble import grouped

EXAMPLES = """\b
Examples:
  sendspec compile specs/visits/appointment_reminder.send -o out
  sendspec compile offer.send --audience today.csv | head -1
  sendspec compile specs -o out --workers 4
  sendspec compile offer.send -o out --max-rejects 2% --reject refused.csv
  sendspec compile offer.send -o out --buckets 64 --workers 4
"""


class Way(NamedTuple):
    """Where a compile goes, in how many processes, and how it is told: "full", "json" or "quiet"."""

    out: str | None
    rejects: Path | None
    workers: int
    telling: str
    buckets: Asked | None = None


#: From so many people on, a request for each is worth a remark.
MANY = 100


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="SPEC...")
@click.option(
    "-o", "out", metavar="DIR", help="Write one folder a message here. Without it, lines go to standard output."
)
@people_options
@click.option(
    "--reject",
    "rejects",
    metavar="FILE",
    help="Write every refused row there as CSV, with the reasons and values masked, also when they stop the compile.",
)
@click.option(
    "--workers",
    callback=from_1,
    default="1",
    metavar="N",
    help="Compile up to N messages, or buckets, at a time, in processes of their own. The bytes stay the same.",
)
@bucket_options
@click.option("--json", is_flag=True, help="With -o: tell on standard output what was written, as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Tell nothing but findings.")
def command(
    paths: tuple[str, ...],
    out: str | None,
    audience: str | None,
    names: tuple[str, ...],
    environment: str | None,
    max_rejects: str | None,
    rejects: str | None,
    workers: int,
    buckets: str | None,
    only: str | None,
    json: bool,
    quiet: bool,
) -> int:
    """Lint specs (files or folders), then write the requests that they make.

    An error stops it, and nothing half-written stays behind.
    """
    if json and out is None:
        raise click.UsageError("--json: without -o, standard output takes the lines")
    files = specs(paths)
    telling = "json" if json else "quiet" if quiet else "full"
    to = Way(_folder(out), target(rejects), workers, telling, asked_for(buckets, only, workers, out))
    asked = request(audience, environment, max_rejects, files)
    order = Order(dt.date.today(), asked, to.telling == "full" and wanted(sys.stderr))
    # where all rejects are asked for, they are judged when all rows have been read
    linter = Linter(order.today, order.request.audience, 1.0 if to.rejects else order.request.max_rejects)
    found = linted(linter, files)
    if any(_stops(finding, to) for finding in found):
        return _nothing(found, files)
    try:
        with stoppable():
            told = _run(linter, chosen(linter, files, names), order, to)
    except RefusedError as refused:
        return _nothing(refused.diagnostics, files)
    aside(found, told, loud=not quiet)
    return 0


def _folder(out: str | None) -> str | None:
    if out == "":
        raise click.UsageError("-o: an empty name names no folder")
    return out


def _stops(found: Diagnostic, to: Way) -> bool:
    """Whether a finding of lint ends the compile before it begins."""
    return found.severity is Severity.ERROR and not (to.rejects and found.code == TWICE)


def _nothing(found: Sequence[Diagnostic], files: Sequence[str]) -> int:
    write(written("full", found, sys.stdout, files))
    remark("nothing was compiled")
    return 1


def _run(linter: Linter, messages: Sequence[Chosen], order: Order, to: Way) -> list[Diagnostic]:
    """Compiles the messages to where they go; what their recipients show."""
    told: list[Diagnostic] = []
    ready = None if to.buckets is None else done(linter, messages, order, to.buckets)
    if to.buckets is not None and to.buckets.only is not None:
        if to.telling == "full":
            remark(f"bucket {to.buckets.only + 1} of {to.buckets.of} is done")
        return told

    def fill(folders: Sequence[Path]) -> list[dict[str, Any]]:
        with gathered(to.rejects, len(messages), to.telling == "full") as parts:
            numbered = enumerate(zip(messages, folders, strict=True))
            tasks = [Task(path, message.name, folder, parts.of(at)) for at, ((path, message), folder) in numbered]
            made = compile_all(tasks, order, to.workers) if ready is None else gathered_up(linter, ready, tasks, order)
        told.extend(finding for one in made for finding in one.told)
        return [one.plan for one in made]

    wanted = [message for _, message in messages]
    if to.out is None:
        with closing(lines(wanted, fill)) as made:
            write_bytes(made)
        return told
    _tell(place(wanted, Path(to.out), fill), Path(to.out), to.telling)
    if ready is not None:
        swept(ready)
    return told


def _tell(plans: Sequence[dict[str, Any]], out: Path, telling: str) -> None:
    """What was written: tables and remarks, JSON, or nothing."""
    if telling == "json":
        write(as_json(plans, out))
    elif telling == "full":
        write(as_text(plans, out), sys.stderr)
        requests = sum(rung["requests"] for plan in plans for rung in plan["rungs"])
        remark(f"{counted(len(plans), 'message')}, {counted(requests, 'request')} written to {out}")
        for plan in plans:
            _single(plan)


def _single(plan: dict[str, Any]) -> None:
    """Remarks rungs that take about a request a person: what is personal stands where v2 takes no substitution."""
    for rung in plan["rungs"]:
        if rung["strategy"] == "grouped" and rung["people"] >= MANY and 2 * rung["requests"] > rung["people"]:
            said = f"rung {rung['rung']} ({rung['channel']}) takes {counted(rung['requests'], 'request')}"
            remark(
                f"{plan['message']}: {said} for {grouped(rung['people'])} people",
                "v2 shares a request only where personal values stand in the text itself",
            )
