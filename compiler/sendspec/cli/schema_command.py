"""`sendspec schema NAME`: the JSON Schemas that belong to the package."""

from __future__ import annotations

import click

from sendspec.cli.screen import write
from sendspec.nearest import did_you_mean
from sendspec.schemas import names, path_of


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> int:
    """Print a JSON Schema (findings, plan, line, config, or a channel); without a name, list them."""
    if name is None:
        write(f"{known}\n" for known in names())
        return 0
    if name not in names():
        near = did_you_mean(name, names())
        raise click.UsageError(f"no such schema: {name}" + (f"; {near.replace('`', '')}" if near else ""))
    write([path_of(name).read_text(encoding="utf-8")])
    return 0
