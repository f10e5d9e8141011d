"""`sendspec verify`: request bodies that anyone wrote, by the same declarations that compile uses."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sendspec.cli.findings import written
from sendspec.cli.lint import FORMATS, LEVELS, counted, status
from sendspec.cli.screen import write
from sendspec.diagnostic import Diagnostic
from sendspec.disk import read
from sendspec.pipeline import verify_bytes


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="The least finding that fails."
)
@click.option("--output-format", "output", type=click.Choice(FORMATS), default="full", show_default=True)
def command(paths: tuple[str, ...], fail_on: str, output: str) -> int:
    """Check request bodies (JSON files, or - for standard input): v1 objects, v1 arrays, v2 objects, told apart by
    their keys."""
    found: list[Diagnostic] = []
    for path in paths:
        if path == "-":
            found += verify_bytes("<stdin>", sys.stdin.buffer.read())
        else:
            found += verify_bytes(Path(path).as_posix(), read(Path(path)))
    write(written(output, found, sys.stdout, paths))
    return status(counted(found), fail_on)
