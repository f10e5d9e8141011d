"""`sendspec rules`: every code, its name and its severity."""

from __future__ import annotations

import click

from sendspec.cli.screen import write
from sendspec.report.explain import catalogue


@click.command()
@click.option("--output-format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(output: str) -> int:
    """List every code that a person can meet."""
    write([catalogue(output)])
    return 0
