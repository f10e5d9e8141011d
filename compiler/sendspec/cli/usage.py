"""Wrong calls of a command, told in one line in the words of the call; and options that take one of a few words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence

import click

from sendspec.nearest import nearest

#: What is missing when a command's argument is, and what to do.
_MISSING = {
    "paths": ("no file or folder is named", "for instance: sendspec {command} ."),
    "bodies": ("no file is named", "for instance: sendspec verify body.json, or - for standard input"),
    "plan": ("no plan is named", "for instance: sendspec send out/reminder, a folder that compile wrote"),
    "journal": ("no journal is named", "for instance: sendspec status out/reminder.journal, or the plan's folder"),
    "code": ("no code is named", "for instance: sendspec explain SMS004; `sendspec rules` lists all codes"),
}

#: Commands that are not there yet, and what there is.
LATER: dict[str, str | None] = {
    "test": "`sendspec lint` reads and checks `test` blocks, and nothing runs them",
    "preview": "`sendspec compile` writes what each person gets",
    "import": "`sendspec verify` checks a request body as it is",
    "lsp": None,
}


def one_of(words: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """Reads an option's value that is one of a few words, the first unless it is given."""

    def read(context: click.Context, option: click.Parameter, value: str) -> str:
        if value in words:
            return value
        raise click.UsageError(f"{option.opts[-1]} {value}: {expected(value, words)}", context)

    return read


def from_1(context: click.Context, option: click.Parameter, value: str) -> int:
    """Reads an option's value that is a whole number from 1."""
    if value.isascii() and value.isdecimal() and len(value) < 5 and int(value) > 0:
        return int(value)
    raise click.UsageError(f"{option.opts[-1]} {value}: expected a whole number from 1", context)


def expected(word: str, known: Sequence[str]) -> str:
    """What was expected instead of a word: the near one, or all."""
    near = nearest(word, known)
    return f"did you mean {near}?" if near else f"expected {', '.join(known[:-1])} or {known[-1]}"


def no_command(name: str, known: Sequence[str]) -> click.UsageError:
    """Told when the first word is no command."""
    if name in LATER:
        instead = f"; {LATER[name]}" if LATER[name] else ""
        return click.UsageError(f"no command {name} yet{instead}")
    path = name.endswith(".send") or os.path.exists(name)
    if not path and (near := nearest(name, known)):
        return click.UsageError(f"no command {name}; did you mean {near}?")
    if path:
        return click.UsageError(f"no command {name}; did you mean `sendspec lint {name}`?")
    return click.UsageError(f"no command {name}")


def told(error: click.ClickException) -> tuple[str, str | None]:
    """A wrong call as one line, and what to do."""
    context = getattr(error, "ctx", None)
    command = context.info_name if context and context.parent else ""
    pages = f"`sendspec {command} --help` tells all" if command else "`sendspec --help` lists the commands"
    message, help = _words(error, command)
    return f"{command}: {message}" if command else message, help or pages


def _words(error: click.ClickException, command: str) -> tuple[str, str | None]:
    if isinstance(error, click.NoSuchOption):
        return f"no option {error.option_name}", _instead(error)
    if isinstance(error, click.MissingParameter) and error.param and error.param.name in _MISSING:
        what, help = _MISSING[error.param.name]
        return what, help.format(command=command)
    if isinstance(error, click.BadOptionUsage):
        takes = "requires" in error.message
        return f"{error.option_name} {'needs a value' if takes else 'takes no value'}", None
    text = error.format_message().rstrip(".")
    if extra := re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", text):
        return f"{extra[1]}: more words than it takes", None
    return text if text[:1] == "-" else text[:1].lower() + text[1:], None


def _instead(error: click.NoSuchOption) -> str | None:
    known = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts] if error.ctx else []
    if near := nearest(error.option_name, [name for name in known if name.startswith("--")]):
        return f"did you mean {near}?"
    return None if error.option_name.startswith("--") else "a file whose name starts with - is written ./-…"
