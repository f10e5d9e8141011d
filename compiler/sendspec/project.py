"""Finds a project's root and reads its settings: `sendspec.toml`, or `[tool.sendspec]` of pyproject.toml.

Keys are checked by name here; `schemas/config.schema.json` says the same to editors, and a test holds the two together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from sendspec.blocked import BlockedError, reason
from sendspec.config import Config, Environment
from sendspec.nearest import did_you_mean
from sendspec.root import find_root
from sendspec.source import Where

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

PROFILES = ("current", "introduction")
VERSIONS = ("v1", "v2")
#: Channels that either version of the API takes (facts 1.3).
EITHER = ("sms", "voice")


def config_for(spec: Where) -> Config:
    """The settings that hold for a file or folder. Raises BlockedError when they cannot be read."""
    folder = spec if os.path.isdir(spec) else os.path.dirname(spec)
    return _config(os.path.realpath(folder))


@cache
def _config(folder: str) -> Config:
    root, file = find_root(folder)
    if file is None:
        return Config(root)
    under = ("tool", "sendspec") if file.endswith("pyproject.toml") else ()
    return _load(root, file, under)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise BlockedError(f"{os.path.basename(path)}: {reason(error)}") from error


def _load(root: str, file: str, under: tuple[str, ...]) -> Config:
    import tomllib

    try:
        table: Any = tomllib.loads(_bytes(file).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BlockedError(f"{os.path.basename(file)}: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise BlockedError(f"{os.path.basename(file)}: {str(error)[:1].lower()}{str(error)[1:]}") from error
    for key in under:
        table = table.get(key, {})  # a line of a text can look like our table's head
    return read_config(root, file, table)


def read_config(root: Where, file: Where, table: Mapping[str, Any]) -> Config:
    """The settings of a table. Raises BlockedError at the first that cannot be what was meant."""
    at = _At(os.path.basename(file))
    at.known(table, ("api", "lint", "env"), "")
    api, lint, env = (at.table(table, name) for name in ("api", "lint", "env"))
    at.known(api, ("profile", "tps", *EITHER), "api")
    at.known(lint, ("select", "ignore"), "lint")
    return Config(
        root,
        file,
        at.choice(api, "api", "profile", PROFILES) or "current",
        MappingProxyType({name: version for name in EITHER if (version := at.choice(api, "api", name, VERSIONS))}),
        at.codes(lint, "select"),
        at.codes(lint, "ignore"),
        tuple(at.environment(name, env) for name in sorted(env)),
        at.count(api, "api", "tps"),
    )


class _At:
    """Reads settings of one file, and names the file and the key when one is not what was expected."""

    def __init__(self, file: str) -> None:
        self.file = file

    def wrong(self, key: str, message: str, help: str | None = None) -> BlockedError:
        return BlockedError(f"{self.file}: `{key}` {message}", help)

    def known(self, table: Mapping[str, Any], names: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in names:
                place = f"[{where}]" if where else "the file"
                help = did_you_mean(key, names) or f"{place} takes {', '.join(names)}"
                raise self.wrong(f"{where}.{key}" if where else key, "is no setting", help)

    def table(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "is no table", f"write `[{key}]`")
        return value

    def choice(self, table: Mapping[str, Any], where: str, key: str, choices: tuple[str, ...]) -> str | None:
        value = table.get(key)
        if value is not None and value not in choices:
            raise self.wrong(
                f"{where}.{key}", f"is {value!r}; expected {' or '.join(repr(choice) for choice in choices)}"
            )
        return value

    def codes(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(code, str) and code for code in value):
            raise self.wrong(f"lint.{key}", "is no list of codes", f'for instance `{key} = ["SMS", "API004"]`')
        for code in value:
            self.code(key, code)
        return tuple(value)

    def code(self, key: str, code: str) -> None:
        """A code or family that is none would silence, or ask for, nothing at all."""
        from sendspec.lint.registry import codes

        if not any(known.startswith(code) for known in codes()):
            families = {known.rstrip("0123456789") for known in codes()}
            help = did_you_mean(code, {*codes(), *families}) or "`sendspec rules` lists all"
            raise self.wrong(f"lint.{key}", f"has {code!r}, which is no code and no family", help)

    def count(self, table: Mapping[str, Any], where: str, key: str) -> int | None:
        value = table.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
            raise self.wrong(f"{where}.{key}", f"is {value!r}; expected a whole number from 1")
        return value

    def text(
        self, table: Mapping[str, Any], where: str, key: str, test: Callable[[str], bool], expected: str
    ) -> str | None:
        value = table.get(key)
        if value is not None and not (isinstance(value, str) and test(value)):
            raise self.wrong(f"{where}.{key}", f"is not {expected}")
        return value

    def environment(self, name: str, env: Mapping[str, Any]) -> Environment:
        where = f"env.{name}"
        table = env[name]
        if not isinstance(table, dict):
            raise self.wrong(where, "is no table", f"write `[{where}]`")
        self.known(table, ("host", "service", "key_env", "jwt_secret_env", "tps"), where)
        variable: Callable[[str], bool] = lambda text: text.isidentifier() and text.isascii() and text == text.upper()  # noqa: E731
        return Environment(
            name,
            self.text(table, where, "host", lambda text: "/" not in text and "." in text, "a host name"),
            self.text(table, where, "service", bool, "a text"),
            self.text(table, where, "key_env", variable, "the name of an environment variable, in capitals"),
            self.count(table, where, "tps"),
            self.text(table, where, "jwt_secret_env", variable, "the name of an environment variable, in capitals"),
        )
