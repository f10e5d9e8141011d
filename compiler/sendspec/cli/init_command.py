"""`sendspec init`: a first spec, settings, hooks and a CI file in a fresh repository."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from sendspec import __version__
from sendspec.blocked import BlockedError, reason
from sendspec.cli.screen import write
from sendspec.report.visible import visible

#: What is written, and the file beside this one that it is written from.
FILES = (
    ("sendspec.toml", "sendspec.toml"),
    ("specs/welcome.send", "specs/welcome.send"),
    ("data/people.csv", "data/people.csv"),
    (".pre-commit-config.yaml", "pre-commit-config.yaml"),
    (".github/workflows/messages.yml", "messages.yml"),
    (".gitignore", "gitignore"),
)
_HERE = Path(__file__).parent / "start"
_NEXT = """\
next:
  sendspec lint specs
  sendspec compile specs --env mock -o out
  sendspec mock                                       # in another terminal
  SENDSPEC_MOCK_KEY=any sendspec send out/welcome --env mock --confirm
"""


@click.command()
@click.argument("folder", required=False, default=".", metavar="[DIR]")
def command(folder: str) -> int:
    """Set a project up in DIR (here, unless given): a first spec with a few recipients, settings, hooks for pre-commit,
    and a workflow for GitHub.

    Nothing is overwritten: a file that is there is kept. What is written lints clean, and compiles.
    """
    if not folder:
        raise click.UsageError("an empty name names no folder")
    root = Path(folder)
    _folder(root)
    write(_made(root))
    write([_NEXT if folder == "." else f"next:\n  cd {visible(folder)}\n{_NEXT.partition(chr(10))[2]}"])
    return 0


def _made(root: Path) -> Iterator[str]:
    for name, source in FILES:
        if name == "sendspec.toml" and _has_settings(root):
            yield f"kept     {name}: the settings stand in pyproject.toml\n"
            continue
        text = (_HERE / source).read_text(encoding="utf-8").replace("{{ version }}", __version__)
        yield f"{'written' if _written(root / name, text) else 'kept   '}  {name}\n"


def _written(path: Path, text: str) -> bool:
    """Writes a file that is not there yet. Whether it was written."""
    _folder(path.parent)
    try:
        file = open(path, "x", encoding="utf-8", newline="\n")  # noqa: SIM115  (what is there is told apart from what breaks)
    except FileExistsError:
        return False
    except OSError as error:
        raise BlockedError(f"{path.as_posix()}: it cannot be written: {reason(error)}") from error
    try:
        with file:
            file.write(text)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise BlockedError(f"{path.as_posix()}: it cannot be written: {reason(error)}") from error
    return True


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "it is no folder" if path.exists() else reason(error)
        raise BlockedError(f"{path.as_posix()}: {why}") from error


def _has_settings(root: Path) -> bool:
    """Whether pyproject.toml holds settings, which a sendspec.toml beside it would hide."""
    import tomllib

    try:
        table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    tool = table.get("tool")
    return isinstance(tool, dict) and "sendspec" in tool
