"""`sendspec explain CODE`: a finding's page, in the terminal."""

from __future__ import annotations

import sys

import click

from sendspec.cli.screen import colored, write
from sendspec.lint.registry import codes, load
from sendspec.nearest import did_you_mean
from sendspec.report.explain import explain


@click.command()
@click.argument("code")
def command(code: str) -> int:
    """Tell what a finding's code means, why it matters, and what fails and passes."""
    wanted = code.strip().upper()
    if wanted not in codes():
        near = did_you_mean(wanted, codes())
        raise click.UsageError(
            f"no such code: {code}" + (f"; {near.replace('`', '')}" if near else "; see `sendspec rules`")
        )
    write(explain(load(wanted)[0], colored(sys.stdout)))
    return 0
