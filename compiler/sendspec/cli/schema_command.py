"""`sendspec schema NAME`: the JSON Schemas that belong to the package."""

from __future__ import annotations

from pathlib import Path

import click

from sendspec import channels, schemas
from sendspec.cli.screen import write
from sendspec.cli.usage import expected


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> int:
    """Print a JSON Schema: of findings, plan.json, a line of requests, the settings, or a channel's request bodies.

    Without a name, list the names.
    """
    known = {each: schemas.path_of(each) for each in schemas.names()}
    folder = Path(channels.__file__).parent
    known |= {each: folder / each / "request.schema.json" for each in channels.names()}
    if name is None:
        write(f"{each}\n" for each in known)
        return 0
    if name not in known:
        raise click.UsageError(f"no schema {name}; {expected(name, list(known))}")
    write([known[name].read_text(encoding="utf-8")])
    return 0
