"""`sendspec explain CODE`: a finding's page, in the terminal."""

from __future__ import annotations

import sys

import click

from sendspec.cli.screen import colored, write
from sendspec.lint.registry import codes, load, name_of
from sendspec.nearest import nearest
from sendspec.report.explain import explain


@click.command()
@click.argument("code")
def command(code: str) -> int:
    """Tell what a finding's code means, why it matters, and what fails and passes.

    A finding's name does as well as its code: text-over-limit.
    """
    word = code.strip()
    wanted = [known for known in codes() if known == word.upper() or name_of(known) == word.lower()]
    if not wanted:
        near = nearest(word.upper(), codes()) or nearest(word, map(name_of, codes()))
        help = f"did you mean {near}?" if near else "`sendspec rules` lists all"
        raise click.UsageError(f"no code {code}; {help}")
    for number, known in enumerate(wanted):
        write(["\n"] if number else [])
        write(explain(load(known)[0], colored(sys.stdout)))
    return 0
