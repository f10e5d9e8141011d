"""`sendspec lint`: the whole of its options."""

from __future__ import annotations

import click

from sendspec.cli.lint import FORMATS, LEVELS, Options, run
from sendspec.cli.usage import one_of

EXAMPLES = """\b
Examples:
  sendspec lint specs
  sendspec lint --fix specs/visits
  sendspec lint --output-format sarif specs > sendspec.sarif
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is sent.")
@click.option(
    "--diff", is_flag=True, help="Show what --fix would change, and change nothing; 1 when that is something."
)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes or families: SMS,API012.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these codes or families.")
@click.option(
    "--fail-on",
    callback=one_of(LEVELS),
    default="error",
    metavar="LEVEL",
    help="The least finding that fails: error (the default), warning or note.",
)
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
@click.option(
    "--write-baseline", is_flag=True, help="Write the findings into the baseline, to be left out from now on."
)
@click.option(
    "--output-format",
    "output",
    callback=one_of(FORMATS),
    default="full",
    metavar="FORMAT",
    help="full (the default), concise, json, sarif, github, gitlab or junit.",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor write remembered verdicts.")
def command(paths: tuple[str, ...], fix: bool, diff: bool, select: tuple[str, ...], ignore: tuple[str, ...],
            fail_on: str, baseline: str | None, write_baseline: bool, output: str, no_cache: bool) -> int:  # fmt: skip
    """Check specs (files, or folders with .send files) and tell what is wrong with them."""
    if write_baseline and not baseline:
        raise click.UsageError("--write-baseline needs --baseline FILE, the file to write")
    return run(Options(paths, output=output, fail_on=fail_on, fix=fix, diff=diff, select=_codes("--select", select),
                       ignore=_codes("--ignore", ignore), baseline=baseline, write_baseline=write_baseline,
                       cache=not no_cache))  # fmt: skip


def _codes(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The codes and families of an option. One that is none would silence, or find, nothing at all."""
    from sendspec.lint.registry import codes
    from sendspec.nearest import nearest

    wanted = tuple(code.strip().upper() for text in given for code in text.split(",") if code.strip())
    for one in wanted:
        if not any(code.startswith(one) for code in codes()):
            near = nearest(one, {*codes(), *(code.rstrip("0123456789") for code in codes())})
            meant = f"; did you mean {near}?" if near else ""
            raise click.UsageError(f"{option} {one}: no such code or family{meant}")
    return wanted
