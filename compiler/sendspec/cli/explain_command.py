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
    named = {name_of(known): known for known in codes()}
    wanted = named.get(code.strip().lower(), code.strip().upper())
    if wanted not in codes():
        near = nearest(wanted, codes()) or nearest(code, named)
        help = f"did you mean {near}?" if near else "`sendspec rules` lists all"
        raise click.UsageError(f"no code {code}; {help}")
    write(explain(load(wanted)[0], colored(sys.stdout)))
    return 0
