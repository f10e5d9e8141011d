"""The commands, by click. Each is imported when it is asked for."""

from __future__ import annotations

import os
from importlib import import_module

import click

from sendspec import __version__
from sendspec.cli.screen import guarded, remark

#: Command → (module, line of help). The help is here so that `--help` imports no command.
COMMANDS = {
    "init": ("init_command", "Set a project up: a first spec, settings, hooks and a CI file."),
    "lint": ("lint_command", "Check specs and tell what is wrong with them."),
    "format": ("format_command", "Rewrite specs in the one style."),
    "compile": ("compile_command", "Lint specs and write the requests that they make."),
    "plan": ("plan_command", "Tell who gets what, in how many requests, and write nothing."),
    "verify": ("verify_command", "Check request bodies that anyone wrote, by the same rules."),
    "import": ("import_command", "Write the spec that compiles back to a request body."),
    "send": ("send_command", "Send a compiled plan, and never twice."),
    "status": ("status_command", "Tell where a sending stands."),
    "mock": ("mock_command", "Stand in for the API on this machine, for trials and tests."),
    "receipts": ("receipts_command", "Take in what the API reports of the messages of a sending."),
    "explain": ("explain_command", "Tell what a finding's code means."),
    "rules": ("rules_command", "List every code."),
    "schema": ("schema_command", "Print a JSON Schema that belongs to sendspec."),
}


class _Commands(click.Group):
    """Commands that are imported only to be run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sendspec.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from sendspec.cli.usage import no_command

            raise no_command(args[0], tuple(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`sendspec COMMAND --help` tells more about one. Every command ends with 0 when all is fine, 1 when it "
    "found something, 2 when it could not do its work.",
)
@click.version_option(__version__, message="sendspec %(version)s", help="Show the version and exit.")
def app() -> None:
    """Customer messages as code: lint, format and compile message specs."""


def run(arguments: list[str]) -> int:
    """Runs a command line. Exit status: 0 fine, 1 findings that fail, 2 wrong usage or a broken surrounding."""
    return guarded(lambda: _run(arguments))


def _run(arguments: list[str]) -> int:
    try:
        if "_SENDSPEC_COMPLETE" in os.environ:  # a shell asks how its line goes on
            app.main(arguments, prog_name="sendspec")
        with app.make_context("sendspec", list(arguments)) as context:
            result = app.invoke(context)
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        from sendspec.cli.usage import told

        remark(*told(error))
        return 2
    return result if isinstance(result, int) else 0
