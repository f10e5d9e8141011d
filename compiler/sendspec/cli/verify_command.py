"""`sendspec verify`: request bodies that anyone wrote, by the same declarations that compile uses."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sendspec.blocked import BlockedError
from sendspec.cli.findings import written
from sendspec.cli.lint import FORMATS, LEVELS, counted, status
from sendspec.cli.screen import stdin, write
from sendspec.cli.usage import one_of
from sendspec.diagnostic import Diagnostic
from sendspec.disk import read
from sendspec.pipeline import verify_bytes

EXAMPLES = """\b
Examples:
  sendspec verify body.json
  curl -s https://example.com/body.json | sendspec verify -
"""


@click.command(epilog=EXAMPLES)
@click.argument("bodies", nargs=-1, required=True, metavar="FILE.json...")
@click.option(
    "--fail-on",
    callback=one_of(LEVELS),
    default="error",
    metavar="LEVEL",
    help="The least finding that fails: error (the default), warning or note.",
)
@click.option(
    "--output-format",
    "output",
    callback=one_of(FORMATS),
    default="full",
    metavar="FORMAT",
    help="full (the default), concise, json, sarif, github, gitlab or junit.",
)
def command(bodies: tuple[str, ...], fail_on: str, output: str) -> int:
    """Check request bodies (JSON files, or - for standard input) by the rules that specs are compiled by.

    A body is a v1 object, a v1 array of messages or a v2 object; its keys tell which. A file may also hold the lines
    that compile wrote.
    """
    found: list[Diagnostic] = []
    paths = list(dict.fromkeys("<stdin>" if path == "-" else _printed(path) for path in bodies))
    for path in paths:
        found += verify_bytes(path, stdin() if path == "<stdin>" else read(Path(path)))
    write(written(output, found, sys.stdout, paths))
    return status(counted(found), fail_on)


def _printed(path: str) -> str:
    if not path:
        raise BlockedError("an empty name names no file")
    return Path(path).as_posix()
