"""`sendspec rules`: every code, its name and its severity."""

from __future__ import annotations

import sys

import click

from sendspec.cli.screen import colored, write
from sendspec.cli.usage import one_of
from sendspec.lint import registry
from sendspec.report.explain import catalogue


@click.command()
@click.option(
    "--output-format",
    "output",
    callback=one_of(("full", "json")),
    default="full",
    metavar="FORMAT",
    help="full (the default) or json.",
)
def command(output: str) -> int:
    """List every code that a person can meet."""
    write(catalogue(registry, output, colored(sys.stdout)))
    return 0
