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

    A finding's name does as well as its code: text-over-limit. So does a code that the API answers: 7009.
    """
    word = code.strip()
    if word.isdecimal():
        return _answer(word)
    wanted = [known for known in codes() if known == word.upper() or name_of(known) == word.lower()]
    if not wanted:
        near = nearest(word.upper(), codes()) or nearest(word, map(name_of, codes()))
        help = f"did you mean {near}?" if near else "`sendspec rules` lists all"
        raise click.UsageError(f"no code {code}; {help}")
    for number, known in enumerate(wanted):
        write(["\n"] if number else [])
        write(explain(load(known)[0], colored(sys.stdout)))
    return 0


def _answer(code: str) -> int:
    """A code of the API, on every channel that has it."""
    from sendspec.channels.answers import answers

    found = [(title, answer) for title, answer in answers() if answer.code == code]
    if not found:
        raise click.UsageError(f"no code {code} of an answer; docs/codes.md lists those that are known")
    for number, (title, answer) in enumerate(found):
        rules = [f"  {rule}  {name_of(rule)}" for rule in answer.rules]
        where = f" on {title}" if title else ""
        lines = [f"# {code}, an answer of the API{where}", "", answer.meaning, "", "## What to do", "", answer.help]
        prevented = ["", "## Found before it is sent, by", "", *rules] if rules else []
        write(["\n"] if number else [])
        write(explain("\n".join([*lines, *prevented]), colored(sys.stdout)))
    return 0
