"""`sendspec lint`: the whole of its options."""

from __future__ import annotations

import click

from sendspec.cli.lint import FORMATS, LEVELS, Options, run


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is sent.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes or families, with commas between.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these codes or families.")
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="The least finding that fails."
)
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
@click.option("--write-baseline", is_flag=True, help="Write the findings to the baseline instead.")
@click.option("--output-format", "output", type=click.Choice(FORMATS), default="full", show_default=True)
@click.option("--no-cache", is_flag=True, help="Do not use or write remembered verdicts.")
def command(paths: tuple[str, ...], fix: bool, diff: bool, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str,
            baseline: str | None, write_baseline: bool, output: str, no_cache: bool) -> int:  # fmt: skip
    """Check specs (files, or folders with .send files) and tell what is wrong with them.

    Ends with 0 when nothing fails, 1 when something does, 2 when a file cannot be read.
    """
    if write_baseline and not baseline:
        raise click.UsageError("--write-baseline needs --baseline FILE")
    return run(Options(paths, output=output, fail_on=fail_on, fix=fix, diff=diff, select=_codes(select), ignore=_codes(ignore),
                       baseline=baseline, write_baseline=write_baseline, cache=not no_cache))  # fmt: skip


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for text in given for code in text.split(",") if code.strip())
