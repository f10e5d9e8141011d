"""`sendspec format`: specs in the one style, in place, or what that would change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sendspec.cli.findings import written
from sendspec.cli.rewrite import difference, save
from sendspec.cli.screen import remark, write
from sendspec.cli.specs import specs
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.disk import read
from sendspec.syntax.decode import decode
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format

STDIN = "-"


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; end with 1 when a file is not in the style.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Rewrite specs (files, folders, or - for standard input) in the one style. Comments stay where they are."""
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("- stands alone")
        return _stream(check, diff)
    changed = broken = 0
    for file in specs(paths):
        path = Path(file)
        before, after = _formatted(file, read(path))
        if after is None:
            broken += 1
        elif after != before:
            changed += 1
            _change(path, before, after, check, diff)
    if changed and not diff:
        remark(f"{changed} {'file' if changed == 1 else 'files'} {'would be ' if check else ''}rewritten")
    return int(bool(broken or (changed and (check or diff))))


def _change(path: Path, before: str, after: str, check: bool, diff: bool) -> None:
    if diff:
        write(difference(path.as_posix(), before, after))
    elif check:
        write([f"{path.as_posix()}\n"])
    else:
        save(path, after)


def _stream(check: bool, diff: bool) -> int:
    before, after = _formatted("<stdin>", sys.stdin.buffer.read())
    if after is None:
        return 1
    if diff:
        write(difference("<stdin>", before, after))
    elif not check:
        write([after])
    return int(after != before and (check or diff))


def _formatted(path: str, data: bytes) -> tuple[str, str | None]:
    """A spec's text before and after; None when it has syntax errors, which are told on standard error."""
    source = decode(path, data)
    if isinstance(source, Diagnostic):
        found: tuple[Diagnostic, ...] = (source,)
        text = ""
    else:
        document, found = parse(source)
        text = source.text
        if not any(finding.severity is Severity.ERROR for finding in found):
            return text, format(document)
    write(written("full", found, sys.stderr), sys.stderr)
    return text, None
