"""`sendspec schema NAME`: the JSON Schemas that belong to the package."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from sendspec import channels, schemas
from sendspec.channels.schema import alone
from sendspec.cli.screen import write
from sendspec.cli.usage import expected


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> int:
    """Print a JSON Schema: of findings, plan.json, a line of requests, the settings, or a channel's request bodies.

    `sms` is that of all of a channel's messages, `sms-v1` that of one version; `openapi` is both endpoints as an
    OpenAPI 3.1 document. Without a name, list the names.
    """
    made = {"openapi": _openapi, **dict(_versions())}
    if name in made:
        write([json.dumps(made[name](), ensure_ascii=False, indent=1) + "\n"])
        return 0
    known = {each: schemas.path_of(each) for each in schemas.names()}
    folder = Path(channels.__file__).parent
    known |= {each: folder / each / "request.schema.json" for each in channels.names()}
    if name is None:
        write(f"{each}\n" for each in (*known, *made))
        return 0
    if name not in known:
        raise click.UsageError(f"no schema {name}; {expected(name, [*known, *made])}")
    write([known[name].read_text(encoding="utf-8")])
    return 0


def _openapi() -> dict[str, object]:
    from sendspec.channels.openapi import document

    return document()


def _versions() -> Iterator[tuple[str, Callable[[], dict[str, object]]]]:
    """The schemas of channels by version, made when they are asked for."""
    for declared in map(channels.channel, channels.names()):
        for api in declared.apis:
            yield f"{declared.name}-{api.version}", partial(alone, declared, api)
