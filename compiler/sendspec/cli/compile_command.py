"""`sendspec compile`: lint first, then the requests of every message, all of them or none."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from sendspec.audience.people import TWICE
from sendspec.audience.place import patterned
from sendspec.blocked import BlockedError
from sendspec.cli.findings import written
from sendspec.cli.reject_file import gathered, target
from sendspec.cli.screen import remark, write, write_bytes
from sendspec.cli.specs import specs
from sendspec.cli.stops import stoppable
from sendspec.cli.usage import from_1
from sendspec.cli.workers import Order, Task, compile_all
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.failure import RefusedError
from sendspec.emit.write import lines, place
from sendspec.model.nodes import Message
from sendspec.nearest import did_you_mean, nearest
from sendspec.pipeline import Linter, Request
from sendspec.project import config_for
from sendspec.record import NamedTuple
from sendspec.summary import counted

#: A message to compile, and the spec that it stands in.
Chosen = tuple[Path, Message]
EXAMPLES = """\b
Examples:
  sendspec compile specs/visits/appointment_reminder.send -o out
  sendspec compile offer.send --audience today.csv | head -1
  sendspec compile specs -o out --workers 4
  sendspec compile offer.send -o out --max-rejects 2% --reject refused.csv
"""


class Way(NamedTuple):
    """Where a compile goes, and in how many processes."""

    out: str | None
    rejects: Path | None
    workers: int


#: From so many people on, a request for each is worth a remark.
MANY = 100


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="SPEC...")
@click.option(
    "-o", "out", metavar="DIR", help="Write one folder a message here. Without it, lines go to standard output."
)
@click.option(
    "--audience",
    metavar="FILE",
    help="Take the people from this file, by the spec's own mapping; or from all files of a pattern in quotes.",
)
@click.option("--message", "names", multiple=True, metavar="NAME", help="Only this message. May be given again.")
@click.option("--env", "environment", metavar="NAME", help="Compile for this environment of the settings.")
@click.option(
    "--max-rejects", metavar="N|P%", help="How many rows may be refused (10, 2%), instead of the spec's bound."
)
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
    help="Compile up to N messages at a time, in processes of their own. The bytes stay the same.",
)
def command(
    paths: tuple[str, ...],
    out: str | None,
    audience: str | None,
    names: tuple[str, ...],
    environment: str | None,
    max_rejects: str | None,
    rejects: str | None,
    workers: int,
) -> int:
    """Lint specs (files or folders), then write the requests that they make.

    An error stops it, and nothing half-written stays behind.
    """
    if out == "":
        raise click.UsageError("-o: an empty name names no folder")
    files = specs(paths)
    _environment(environment, files)
    order = Order(dt.date.today(), Request(_file(audience), environment, _bound(max_rejects)))
    to = Way(out, target(rejects), workers)
    # where all rejects are asked for, they are judged when all rows have been read
    linter = Linter(order.today, order.request.audience, 1.0 if to.rejects else order.request.max_rejects)
    found = list(_each([finding for file in files for finding in linter.lint(Path(file))]))
    if any(_stops(finding, to) for finding in found):
        return _nothing(found, files)
    try:
        with stoppable():
            told = _run(_chosen(linter, files, names), order, to)
    except RefusedError as refused:
        return _nothing(refused.diagnostics, files)
    _told(found, told)
    return 0


def _stops(found: Diagnostic, to: Way) -> bool:
    """Whether a finding of lint ends the compile before it begins."""
    return found.severity is Severity.ERROR and not (to.rejects and found.code == TWICE)


def _each(found: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """The findings, each once: what several specs import is told of each."""
    return {(each.code, each.source.path, each.span, each.message): each for each in found}.values()


def _nothing(found: Sequence[Diagnostic], files: Sequence[str]) -> int:
    write(written("full", found, sys.stdout, files))
    remark("nothing was compiled")
    return 1


def _run(chosen: Sequence[Chosen], order: Order, to: Way) -> list[Diagnostic]:
    """Compiles the messages to where they go; what their recipients show."""
    told: list[Diagnostic] = []

    def fill(folders: Sequence[Path]) -> list[dict[str, object]]:
        with gathered(to.rejects, len(chosen)) as parts:
            numbered = enumerate(zip(chosen, folders, strict=True))
            tasks = [Task(path, message.name, folder, parts.of(at)) for at, ((path, message), folder) in numbered]
            made = compile_all(tasks, order, to.workers)
        told.extend(finding for one in made for finding in one.told)
        return [one.plan for one in made]

    messages = [message for _, message in chosen]
    if to.out is None:
        with closing(lines(messages, fill)) as made:
            write_bytes(made)
        return told
    plans = place(messages, Path(to.out), fill)
    requests = sum(rung.get("requests", 0) for plan in plans for rung in _rungs(plan))
    remark(f"{counted(len(plans), 'message')}, {counted(requests, 'request')} written to {to.out}")
    for plan in plans:
        for rung in _rungs(plan):
            if rung["strategy"] == "grouped" and rung["people"] >= MANY and 2 * rung["requests"] > rung["people"]:
                _remark_single(plan["message"], rung)
    return told


def _remark_single(message: object, rung: dict[str, Any]) -> None:
    """A rung that takes about a request a person: what is personal stands where v2 takes no substitution."""
    said = f"rung {rung['rung']} ({rung['channel']}) takes {counted(rung['requests'], 'request')}"
    remark(
        f"{message}: {said} for {rung['people']:,} people".replace(",", " "),
        "v2 shares a request only where personal values stand in the text itself",
    )


def _rungs(plan: dict[str, object]) -> list[dict[str, Any]]:
    found = plan.get("rungs")
    return found if isinstance(found, list) else []


def _told(found: Sequence[Diagnostic], told: Sequence[Diagnostic]) -> None:
    """What did not stop the compile, on standard error. What all rows show stands for what the first rows showed."""
    known = {(each.code, each.source.path, each.span) for each in told}
    shown = [*(each for each in found if (each.code, each.source.path, each.span) not in known), *told]
    if heavy := [each for each in shown if each.severity is not Severity.NOTE]:
        write(written("full", heavy, sys.stderr), sys.stderr)
    elif shown:
        remark(f"{counted(len(shown), 'note')}; see `sendspec lint`")


def _chosen(linter: Linter, files: Sequence[str], names: Sequence[str]) -> list[Chosen]:
    """The messages to compile, in the order of the files."""
    there = [(Path(file), message) for file in files for message in _messages(linter, Path(file))]
    if not there:
        raise BlockedError(f"no message in {counted(len(files), 'spec')}", "name a file that declares one")
    known = [message.name for _, message in there]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            raise click.UsageError(f"no message {name} in these specs" + (f"; did you mean {near}?" if near else ""))
    chosen = [(path, message) for path, message in there if not names or message.name in names]
    for path, message in chosen:
        if message.audience is None:
            help = 'add `audience csv "people.csv" { … }` to it'
            raise BlockedError(f"{path.as_posix()}: the message `{message.name}` has no audience", help)
    return chosen


def _messages(linter: Linter, path: Path) -> Sequence[Message]:
    unit = linter.bind(path, config_for(path)).unit
    return tuple(unit.messages.values()) if unit else ()


def _file(path: str | None) -> str | None:
    """The file of --audience, or a pattern of files. Each is read more than once, which a pipe cannot be."""
    if path is None or (patterned(path) and not os.path.exists(path)):
        return path
    if not path or not os.path.exists(path):
        raise BlockedError(f"--audience {path or repr(path)}: no such file")
    if not os.path.isfile(path):
        what = "a folder" if os.path.isdir(path) else "no plain file, and people are read more than once"
        raise BlockedError(f"--audience {path}: it is {what}")
    return path


def _environment(name: str | None, files: Sequence[str]) -> None:
    if name is None:
        return
    for file in files:
        known = [each.name for each in config_for(Path(file)).environments]
        if name not in known:
            near = did_you_mean(name, known)
            listed = f"the environments are {', '.join(known)}" if known else "write `[env.NAME]` into sendspec.toml"
            raise BlockedError(f"no environment `{name}` in the settings of {file}", near or listed)


def _bound(text: str | None) -> float | None:
    """How many rejects are allowed: a count, or a share of the rows."""
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]+(\.[0-9]+%|%)?", text):
        raise click.UsageError(f"--max-rejects {text}: expected a number of rows or a share, such as 10 or 2%")
    if not text.endswith("%"):
        return int(text)
    share = float(text.removesuffix("%")) / 100
    if share > 1:
        raise click.UsageError(f"--max-rejects {text}: expected at most 100%")
    return share
