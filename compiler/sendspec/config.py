"""The project: its root and its settings, from `sendspec.toml` or `[tool.sendspec]` of pyproject.toml.

No secret can stand in it: credentials are names of environment variables. This module must not know any channel or
rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendspec.record import field, record
from sendspec.source import Where

_NONE: Mapping[str, str] = MappingProxyType({})


@record()
class Environment:
    """`[env.NAME]`: where and as whom requests go out. `key_env`, `jwt_secret_env` name environment variables. `tps`
    in destinations a second."""

    name: str
    host: str | None = None
    service: str | None = None
    key_env: str | None = None
    tps: int | None = None
    jwt_secret_env: str | None = None


@record()
class Config:
    """A project's settings. `root`: no import, audience or file text may lie outside it.

    `profile` is "current" or "introduction"; `versions` maps a channel to "v1" or "v2" where the project chose one.
    `select` and `ignore` are code prefixes.
    """

    root: Where
    file: Where | None = None
    profile: str = "current"
    versions: Mapping[str, str] = field(default_factory=lambda: _NONE)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    environments: tuple[Environment, ...] = ()
    tps: int | None = None
