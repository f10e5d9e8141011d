"""`sendspec rules`: every code, its name and its severity."""

from __future__ import annotations

import sys

import click

from sendspec.cli.screen import colored, write
from sendspec.lint import registry
from sendspec.report.explain import catalogue


@click.command()
@click.option("--output-format", "output", type=click.Choice(["full", "json"]), default="full", show_default=True)
def command(output: str) -> int:
    """List every code that a person can meet."""
    write(catalogue(registry, output, colored(sys.stdout)))
    return 0
