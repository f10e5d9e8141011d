"""`sendspec compile`: lint first, then the requests of every message, all of them or none."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from sendspec.blocked import BlockedError
from sendspec.cli.findings import written
from sendspec.cli.lint import counted
from sendspec.cli.screen import remark, write
from sendspec.cli.specs import specs
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.failure import RefusedError
from sendspec.emit.job import Job
from sendspec.emit.write import stream
from sendspec.emit.write import write as write_plans
from sendspec.model.nodes import Message
from sendspec.nearest import did_you_mean
from sendspec.pipeline import Linter, Request, job
from sendspec.project import config_for


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o", "out", metavar="DIR", help="Write one folder a message here; without it, the lines go to standard output."
)
@click.option("--audience", metavar="FILE", help="Take the people from this file, by the spec's own mapping.")
@click.option("--message", "names", multiple=True, metavar="NAME", help="Only this message (may be given again).")
@click.option("--env", "environment", metavar="NAME", help="The environment of the settings to compile for.")
@click.option("--max-rejects", metavar="N|P%", help="How many rows may be refused; instead of the spec's own bound.")
def command(
    paths: tuple[str, ...],
    out: str | None,
    audience: str | None,
    names: tuple[str, ...],
    environment: str | None,
    max_rejects: str | None,
) -> int:
    """Lint specs (files or folders), then write the requests that they make.

    Errors stop it, and nothing half-written stays behind. Ends with 0 when all is written, 1 when something was found.
    """
    files = specs(paths)
    _environment(environment, files)
    request = Request(_file(audience), environment, _bound(max_rejects))
    linter = Linter(dt.date.today(), request.audience)
    found = [finding for file in files for finding in linter.lint(Path(file))]
    if any(finding.severity is Severity.ERROR for finding in found):
        write(written("full", found, sys.stdout, files))
        remark("nothing was compiled")
        return 1
    told: list[Diagnostic] = []
    try:
        jobs = list(_jobs(linter, files, names, request, told))
        _run(jobs, out)
    except RefusedError as refused:
        write(written("full", refused.diagnostics, sys.stdout, files))
        remark("nothing was compiled")
        return 1
    _told([*found, *told])
    return 0


def _run(jobs: Sequence[Job], out: str | None) -> None:
    if out is None:
        for line in stream(jobs):
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
        return
    plans = write_plans(jobs, Path(out))
    requests = sum(rung.get("requests", 0) for plan in plans for rung in _rungs(plan))
    remark(f"{_many(len(plans), 'message')}, {_many(requests, 'request')} written to {out}")


def _rungs(plan: dict[str, object]) -> list[dict[str, int]]:
    found = plan.get("rungs")
    return found if isinstance(found, list) else []


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}".replace(",", " ") + ("" if number == 1 else "s")


def _told(found: Sequence[Diagnostic]) -> None:
    """What did not stop the compile, on standard error, each once."""
    once = {(each.code, each.source.path, each.span): each for each in found}
    shown = [each for each in once.values() if each.severity is not Severity.NOTE]
    if shown:
        write(written("full", shown, sys.stderr), sys.stderr)
    elif notes := counted(list(once.values()))[2]:
        remark(f"{_many(notes, 'note')}; see `sendspec lint`")


def _jobs(
    linter: Linter, files: Sequence[str], names: Sequence[str], request: Request, told: list[Diagnostic]
) -> Iterator[Job]:
    messages = {name: (Path(file), message) for file in files for name, message in _messages(linter, Path(file))}
    for name in names:
        if name not in messages:
            near = did_you_mean(name, messages)
            raise click.UsageError(f"no message {name} in these specs" + (f"; {near.replace('`', '')}" if near else ""))
    for name, (path, message) in messages.items():
        if names and name not in names:
            continue
        if message.audience is None:
            raise BlockedError(
                f"{path}: the message `{name}` has no audience", 'add `audience csv "people.csv" { … }` to it'
            )
        yield job(linter, path, message, request, told)


def _messages(linter: Linter, path: Path) -> Iterator[tuple[str, Message]]:
    unit = linter.bind(path, config_for(path)).unit
    yield from unit.messages.items() if unit else ()


def _file(path: str | None) -> Path | None:
    if path is not None and not Path(path).is_file():
        raise BlockedError(f"{path}: no such file")
    return Path(path) if path is not None else None


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
    if text is None:
        return None
    number = text.removesuffix("%")
    try:
        value = float(number) / 100 if text.endswith("%") else int(number)
    except ValueError:
        raise click.UsageError(
            f"--max-rejects {text}: expected a number of rows or a share, such as 10 or 2%"
        ) from None
    if value < 0 or (text.endswith("%") and value > 1):
        raise click.UsageError(f"--max-rejects {text}: expected 0 or more, and at most 100%")
    return value
