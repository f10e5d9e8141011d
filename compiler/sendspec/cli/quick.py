"""`sendspec lint PATH…` with nothing but paths and an output format: what commit hooks run. No click, and for
unchanged files no compiler.

Everything that it does not take goes to the full command, which gives the same answer.
"""

from __future__ import annotations


def lint(arguments: list[str]) -> int | None:
    """The exit status, or None when the full command has to look at the arguments."""
    output = "full"
    paths: list[str] = []
    for argument in arguments:
        if argument.startswith("--output-format="):
            output = argument.partition("=")[2]
        elif argument.startswith("-") or not argument:
            return None
        else:
            paths.append(argument)
    if not paths or output not in ("full", "concise"):
        return None
    from sendspec.cli.lint import Options, run
    from sendspec.cli.screen import guarded

    return guarded(lambda: run(Options(tuple(paths), output=output)))
