"""`sendspec plan`: who would get what, in how many requests and parts. All is compiled, and nothing of it stays."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from sendspec.audience.balance import balance_rung
from sendspec.cli.asked import Chosen, chosen, linted, people_options, request
from sendspec.cli.findings import aside, written
from sendspec.cli.progress import progress, wanted
from sendspec.cli.screen import remark, write
from sendspec.cli.specs import specs
from sendspec.cli.stops import stoppable
from sendspec.cli.tables import table
from sendspec.cli.usage import one_of
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.census import Census, Reached
from sendspec.emit.failure import RefusedError
from sendspec.emit.job import Job
from sendspec.emit.sizes import Sizes, sizes
from sendspec.emit.write import make
from sendspec.pipeline import Linter, Request, job
from sendspec.values.trouble import grouped

EXAMPLES = """\b
Examples:
  sendspec plan specs/visits/appointment_reminder.send
  sendspec plan offer.send --audience today.csv --output-format json
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="SPEC...")
@people_options
@click.option(
    "--output-format",
    "output",
    callback=one_of(("full", "json")),
    default="full",
    metavar="FORMAT",
    help="full (the default) or json.",
)
def command(
    paths: tuple[str, ...],
    audience: str | None,
    names: tuple[str, ...],
    environment: str | None,
    max_rejects: str | None,
    output: str,
) -> int:
    """Tell who gets what, by which rung, in how many requests and SMS parts. Nothing is written.

    What would stop a compile stops a plan.
    """
    files = specs(paths)
    asked = request(audience, environment, max_rejects, files)
    linter = Linter(dt.date.today(), asked.audience, asked.max_rejects)
    found = linted(linter, files)
    if any(finding.severity is Severity.ERROR for finding in found):
        return _nothing(found, files)
    told: list[Diagnostic] = []
    try:
        with stoppable():
            plans = [_planned(linter, each, asked, told) for each in chosen(linter, files, names)]
    except RefusedError as refused:
        return _nothing(refused.diagnostics, files)
    write(_as_json(plans) if output == "json" else (line for plan in plans for line in _as_text(plan)))
    aside(found, told)
    return 0


def _nothing(found: Sequence[Diagnostic], files: Sequence[str]) -> int:
    write(written("full", found, sys.stdout, files))
    remark("nothing was planned")
    return 1


def _planned(linter: Linter, one: Chosen, asked: Request, told: list[Diagnostic]) -> dict[str, Any]:
    """Compiles a message into a folder that goes away, and keeps the numbers."""
    path, message = one
    work = job(linter, path, message, asked, told)
    census = Census(work)
    with tempfile.TemporaryDirectory(prefix="sendspec-") as name:
        counted = census.of(work)
        made = make(progress(counted) if wanted(sys.stderr) else counted, Path(name) / "made")
        weighed = {each.rung.number: sizes(Path(name) / "made" / f"rung-{each.rung.number}.ndjson")
                   for each in census.rungs if not each.rung.native}  # fmt: skip
    rungs: Any = made["rungs"]
    return {
        "message": message.name,
        "spec": path.as_posix(),
        "audience": made["audience"],
        "counts": made["counts"],
        "rejects": dict(sorted(work.tally().by_reason.items())),
        "shared": {kind: each._asdict() for kind, each in census.repeated.told().items()},
        "rungs": [_rung(each, rung, weighed, work) for each, rung in zip(census.rungs, rungs, strict=True)],
    }


def _rung(reached: Reached, rung: dict[str, Any], weighed: dict[int, Sizes], work: Job) -> dict[str, Any]:
    """A rung in numbers. `file` is that of its number, which rungs of one number share."""
    if not reached.rung.native:
        balance_rung(work.tally(), reached.rung.number, reached.total, rung["without_address"])
    size = weighed.get(reached.rung.number)
    return {
        "rung": rung["rung"],
        "channel": rung["channel"],
        "api": rung["api"],
        "and": rung["and"],
        "trigger": rung["trigger"],
        "inside": rung["inside"],
        "people": reached.total,
        "without_address": reached.without,
        "requests": rung["requests"],
        "file": size._asdict() if size else None,
        "locales": {locale: _locale(reached, locale) for locale in reached.rung.contents},
    }


def _locale(reached: Reached, locale: str) -> dict[str, Any]:
    found = sorted((parts, count) for (name, parts), count in reached.parts.items() if name == locale)
    counted = {"parts": {str(parts): count for parts, count in found}} if reached.rung.channel.parts else {}
    return {"people": reached.people[locale], **counted}


# --- how it is told --------------------------------------------------------------------------------------


def _as_json(plans: list[dict[str, Any]]) -> list[str]:
    import json

    return [json.dumps(plans, ensure_ascii=False, indent=2) + "\n"]


def _as_text(plan: dict[str, Any]) -> Iterator[str]:
    counts = plan["counts"]
    parts = (f"{name} {grouped(counts[name])}" for name in ("people", "rejects", "duplicates", "excluded"))
    yield f"{plan['message']} ({plan['spec']})\n"
    yield f"  rows {grouped(counts['rows'])} = {' + '.join(parts)}\n"
    if plan["rejects"]:
        yield f"  rejects by code: {', '.join(f'{code} {grouped(rows)}' for code, rows in plan['rejects'].items())}\n"
    if counts["unknown_locales"]:
        yield f"  unknown locales {grouped(counts['unknown_locales'])}\n"
    for kind, shared in plan["shared"].items():
        yield f"  {_shared(kind, shared)}\n"
    yield "\n"
    head = ("rung", "channel", "tried", "people", "no address", "requests", "bytes", "largest")
    yield from table(head, [_row(rung) for rung in plan["rungs"]], words=3)
    yield from _by_locale(plan["rungs"])
    yield "\n"


def _shared(kind: str, shared: dict[str, Any]) -> str:
    first = " of the first ones" if shared["partly"] else ""
    most = f"`{shared['shown']}` by {grouped(shared['most'])}"
    return f"shared {kind} {grouped(shared['addresses'])}{first}, by {grouped(shared['people'])} people; {most}"


def _row(rung: dict[str, Any]) -> tuple[str, ...]:
    """A rung's line. One that the API carries out inside another has no requests; those of one number share a file."""
    number = f"{rung['rung']}{' in ' + str(rung['inside']) if rung['inside'] else ' and' if rung['and'] else ''}"
    reach = (grouped(rung["people"]), grouped(rung["without_address"]))
    file = rung["file"]
    weighed = map(grouped, (rung["requests"], file["total"], file["most"])) if file else ("", "", "")
    return (number, rung["channel"], _tried(rung["trigger"]), *reach, *weighed)


def _tried(trigger: dict[str, Any] | None) -> str:
    """When a rung is tried, as a spec says it."""
    if trigger is None:
        return ""
    seconds, unless = trigger["after_seconds"], trigger["unless"]
    if seconds is None:
        return "on failed"
    written = "".join(f"{count}{unit}" for unit, count in _units(seconds) if count)
    return f"after {written or '0s'}" + (f" unless {unless}" if unless else "")


def _units(seconds: int) -> Iterator[tuple[str, int]]:
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)):
        yield unit, seconds // size
        seconds %= size


def _by_locale(rungs: list[dict[str, Any]]) -> Iterator[str]:
    """People by locale, where there are several, and by parts, where there are any."""
    found = [(rung, locale, each) for rung in rungs for locale, each in rung["locales"].items()]
    lengths = sorted({int(parts) for _, _, each in found for parts in each.get("parts", ())})
    shown = [(rung, locale, each) for rung, locale, each in found if len(rung["locales"]) > 1 or each.get("parts")]
    if not shown:
        return
    yield "\n"
    heads = [f"{parts} part{'' if parts == 1 else 's'}" for parts in lengths]
    rows = []
    for rung, locale, each in shown:
        numbers = (each.get("parts", {}).get(str(parts)) for parts in lengths)
        cells = (grouped(number) if number else "" for number in numbers)
        rows.append((str(rung["rung"]), rung["channel"], locale, grouped(each["people"]), *cells))
    yield from table(("rung", "channel", "locale", "people", *heads), rows, words=3)
