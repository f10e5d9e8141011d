"""`sendspec import`: request bodies, or a Postman collection → specs that compile back to them."""

from __future__ import annotations

from pathlib import Path

import click

from sendspec.blocked import BlockedError
from sendspec.cli.rewrite import save
from sendspec.cli.screen import remark, stdin, write
from sendspec.cli.stops import stoppable
from sendspec.disk import read
from sendspec.importer import Imported, imported
from sendspec.summary import counted

STDIN, SUFFIX = "-", ".send"
EXAMPLES = """\b
Examples:
  sendspec import body.json
  sendspec import body.json -o specs/reminder.send
  sendspec import bodies/*.json -o specs/
  sendspec import collection.json -o specs/campaign.send
"""


@click.command(epilog=EXAMPLES)
@click.argument("bodies", nargs=-1, required=True, metavar="FILE.json...|-")
@click.option(
    "-o",
    "out",
    metavar="FILE|DIR",
    help="Write the spec here: a file that ends in .send, or a folder for one spec a file. Else to standard output.",
)
def command(bodies: tuple[str, ...], out: str | None) -> int:
    """Write the spec that compiles back to a request body, to each body of a list, or to each request of a Postman
    collection (v2.1).

    What differs between bodies of one shape becomes variables, people become rows, placeholders become variables. What
    the language has no word for goes into `wire`. What can mean one thing only, such as a key in another case, is taken
    so. That is told on standard error, and so is what cannot be said.
    """
    if out == "":
        raise click.UsageError("-o: an empty name names no file")
    into = Path(out) if out is not None else None
    file = into is not None and (into.suffix == SUFFIX and not into.is_dir())
    if file and len(bodies) > 1:
        raise click.UsageError(f"-o {out}: one file for {len(bodies)} bodies; name a folder")
    if into is not None and not file:
        _apart(bodies)
    with stoppable():
        made = [(path, _imported(path)) for path in dict.fromkeys(bodies)]
        for path, spec in made:
            for said in spec.remarks:
                remark(said)
            if into is None:
                write([spec.text])
            else:
                _keep(into if file else into / f"{_stem(path)}{SUFFIX}", spec)
    if into is not None:
        remark(f"{counted(len(made), 'spec')} written to {out}")
    return 0


def _imported(path: str) -> Imported:
    name = "standard input" if path == STDIN else path
    data = stdin() if path == STDIN else read(Path(path))
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BlockedError(f"{name}: not UTF-8 (byte {error.start})", "save it as UTF-8") from error
    return imported("message" if path == STDIN else Path(path).name, content)


def _apart(bodies: tuple[str, ...]) -> None:
    """Each file has a spec of its own in the folder."""
    taken: dict[str, str] = {}
    for path in dict.fromkeys(bodies):
        if (other := taken.setdefault(_stem(path), path)) != path:
            raise click.UsageError(f"{other} and {path} would both be {_stem(path)}{SUFFIX}; import them one by one")


def _stem(path: str) -> str:
    if path == STDIN:
        return "message"
    file = Path(path)
    name = file.stem if file.suffix in (".json", ".jsonl", ".ndjson") else file.name
    return name.removesuffix(".postman_collection")


def _keep(target: Path, spec: Imported) -> None:
    if target.exists() and target.is_dir():
        raise BlockedError(f"{target}: it is a folder; a file is needed")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BlockedError(f"{target.parent}: {error.strerror}") from error
    save(target, spec.text)
