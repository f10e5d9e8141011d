"""What the commands that make requests of specs are asked for: their messages, people, environment and bounds."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from sendspec.audience.place import patterned
from sendspec.blocked import BlockedError
from sendspec.diagnostic import Diagnostic
from sendspec.model.nodes import Message
from sendspec.nearest import did_you_mean, nearest
from sendspec.pipeline import Linter, Request
from sendspec.project import config_for
from sendspec.summary import counted

#: A message to compile, and the spec that it stands in.
Chosen = tuple[Path, Message]


def people_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say which messages are made, and for whom."""
    for option in (
        click.option(
            "--max-rejects", metavar="N|P%", help="How many rows may be refused (10, 2%), instead of the spec's bound."
        ),
        click.option("--env", "environment", metavar="NAME", help="Take this environment of the settings."),
        click.option(
            "--message", "names", multiple=True, metavar="NAME", help="Only this message. May be given again."
        ),
        click.option(
            "--audience",
            metavar="FILE",
            help="Take the people from this file, by the spec's own mapping; or from all files of a pattern in quotes.",
        ),
    ):
        command = option(command)
    return command


def request(audience: str | None, environment: str | None, max_rejects: str | None, files: Sequence[str]) -> Request:
    """What a compile asks for beside its specs, each of it found to be there."""
    _environment(environment, files)
    return Request(_file(audience), environment, _bound(max_rejects))


def linted(linter: Linter, files: Sequence[str]) -> list[Diagnostic]:
    """The findings of all files, each once: what several specs import is told of each."""
    found: Iterable[Diagnostic] = (finding for file in files for finding in linter.lint(Path(file)))
    return list({(each.code, each.source.path, each.span, each.message): each for each in found}.values())


def chosen(linter: Linter, files: Sequence[str], names: Sequence[str]) -> list[Chosen]:
    """The messages to compile, in the order of the files."""
    there = [(Path(file), message) for file in files for message in _messages(linter, Path(file))]
    if not there:
        raise BlockedError(f"no message in {counted(len(files), 'spec')}", "name a file that declares one")
    known = [message.name for _, message in there]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            raise click.UsageError(f"no message {name} in these specs" + (f"; did you mean {near}?" if near else ""))
    taken = [(path, message) for path, message in there if not names or message.name in names]
    for path, message in taken:
        if message.audience is None:
            help = 'add `audience csv "people.csv" { … }` to it'
            raise BlockedError(f"{path.as_posix()}: the message `{message.name}` has no audience", help)
    return taken


def _messages(linter: Linter, path: Path) -> Sequence[Message]:
    unit = linter.bind(path, config_for(path)).unit
    return tuple(unit.messages.values()) if unit else ()


def _file(path: str | None) -> str | None:
    """The file of --audience, or a pattern of files. Each is read more than once, which a pipe cannot be."""
    if path is None or (patterned(path) and not os.path.exists(path)):
        return path
    if not path or not os.path.exists(path):
        raise BlockedError(f"--audience {path or repr(path)}: no such file")
    if not os.path.isfile(path):
        what = "a folder" if os.path.isdir(path) else "no plain file, and people are read more than once"
        raise BlockedError(f"--audience {path}: it is {what}")
    return path


def _environment(name: str | None, files: Sequence[str]) -> None:
    if name is None:
        return
    for file in files:
        known = [each.name for each in config_for(Path(file)).environments]
        if name not in known:
            near = did_you_mean(name, known)
            listed = f"the environments are {', '.join(known)}" if known else "write `[env.NAME]` into sendspec.toml"
            raise BlockedError(f"no environment `{name}` in the settings of {file}", near or listed)


def _bound(text: str | None) -> float | None:
    """How many rejects are allowed: a count, or a share of the rows."""
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]+(\.[0-9]+%|%)?", text):
        raise click.UsageError(f"--max-rejects {text}: expected a number of rows or a share, such as 10 or 2%")
    if not text.endswith("%"):
        return int(text)
    share = float(text.removesuffix("%")) / 100
    if share > 1:
        raise click.UsageError(f"--max-rejects {text}: expected at most 100%")
    return share
