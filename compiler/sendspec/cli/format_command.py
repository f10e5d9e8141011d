"""`sendspec format`: specs in the one style, in place, or what that would change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sendspec.cli.findings import written
from sendspec.cli.rewrite import difference, save
from sendspec.cli.screen import remark, stdin, write, write_bytes
from sendspec.cli.specs import specs
from sendspec.cli.stops import stoppable
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.disk import read
from sendspec.record import NamedTuple
from sendspec.summary import counted
from sendspec.syntax.decode import decode
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format

STDIN = "-"
EXAMPLES = """\b
Examples:
  sendspec format specs
  sendspec format --check --diff specs
  sendspec format - < specs/offer.send
"""


class Asked(NamedTuple):
    """What is to be done instead of rewriting."""

    check: bool
    diff: bool

    @property
    def only(self) -> bool:
        """Whether nothing may be written."""
        return self.check or self.diff


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-")
@click.option("--check", is_flag=True, help="Write nothing; name the files that are not in the style, and end with 1.")
@click.option(
    "--diff", is_flag=True, help="Write nothing; show what would change, and end with 1 when it is something."
)
def command(paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Rewrite specs (files, folders, or - for standard input to standard output) in the one style.

    Comments stay where they are. A file keeps its mode, and one that is in the style already is not touched. Lines end
    with a line feed: CRLF becomes LF, and a byte-order mark goes. A file with a syntax error is left as it is.
    """
    asked = Asked(check, diff)
    if STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("- stands alone, without other paths")
        return _stream(asked)
    changed = broken = 0
    with stoppable():
        for file in specs(paths):
            text = _Text(file, read(Path(file)))
            if text.findings:
                broken += 1
                stream = sys.stderr if diff else sys.stdout
                write(written("full", text.findings, stream), stream)
            elif text.changes:
                changed += 1
                _change(file, text, asked)
    if changed:
        remark(f"{counted(changed, 'file')} {'would be ' if asked.only else ''}rewritten")
    return int(bool(broken or (changed and asked.only)))


class _Text:
    """A spec's text before and after; `findings` are the errors that keep it from being formatted."""

    def __init__(self, path: str, data: bytes) -> None:
        self.before = self.after = ""
        source = decode(path, data)
        if isinstance(source, Diagnostic):
            self.findings: tuple[Diagnostic, ...] = (source,)
            return
        document, found = parse(source)
        self.findings = found if any(finding.severity is Severity.ERROR for finding in found) else ()
        if not self.findings:
            self.before, self.after = data.decode("utf-8"), format(document)

    @property
    def changes(self) -> bool:
        """Whether the file is not in the style."""
        return self.before != self.after


def _change(path: str, text: _Text, asked: Asked) -> None:
    if asked.diff:
        write(difference(path, text.before, text.after, sys.stdout.isatty()))
    elif asked.check:
        from sendspec.report.visible import visible

        write([f"{visible(path)}\n"])
    else:
        save(Path(path), text.after)


def _stream(asked: Asked) -> int:
    text = _Text("<stdin>", stdin())
    if text.findings:
        write(written("full", text.findings, sys.stderr), sys.stderr)
        return 1
    if not asked.only:
        write_bytes([text.after.encode()])
    elif asked.diff and text.changes:
        _change("<stdin>", text, asked)
    return int(text.changes and asked.only)
