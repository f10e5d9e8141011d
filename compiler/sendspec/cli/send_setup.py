"""Where a plan goes, as whom and how fast: options and settings together, before anything is sent."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sendspec.blocked import BlockedError
from sendspec.cli.send_options import Given
from sendspec.config import Config, Environment
from sendspec.nearest import did_you_mean
from sendspec.project import config_for
from sendspec.submit.compiled import Compiled
from sendspec.submit.credentials import Credentials, Nobody, ServiceKey, Token, from_environment, from_file
from sendspec.submit.hosts import REGIONS, Host, host
from sendspec.submit.limiter import Limiter


class Setup(NamedTuple):
    """What a sending needs beside its plan. `secret`: where the key comes from, in words; `there`: whether it is."""

    root: Path
    environment: Environment
    host: Host
    tps: int
    channels: Mapping[str, int]
    share: float
    secret: str
    there: bool

    def limiter(self, now: float) -> Limiter:
        """The rate of the account."""
        return Limiter(now, self.tps, self.channels, self.share)


def setup(given: Given, compiled: Compiled) -> Setup:
    """Reads options and settings. Raises BlockedError for what is missing or contradicts itself."""
    config = config_for(compiled.folder)
    if config.file is None:
        config = config_for(Path.cwd())
    environment = _environment(given, compiled, config)
    told = given.host or environment.host
    if told is None:
        help = f'write `host = "{REGIONS[2]}"` under `[env.{environment.name or "NAME"}]`, or name --host'
        raise BlockedError("no host is named", help)
    tps = given.tps or environment.tps or config.tps
    if tps is None:
        raise BlockedError("no rate is named", "ask your account's TPS; write `tps = 50` under `[api]`, or --tps 50")
    where = host(told, explicit=given.host is not None, secured=given.ca is not None)
    secret, there = _secret(given, environment, where)
    return Setup(Path(config.root), environment, where, tps, dict(given.channel_tps), given.share, secret, there)


def _environment(given: Given, compiled: Compiled, config: Config) -> Environment:
    planned = compiled.told["environment"]
    name = given.environment or planned
    if planned is not None and name != planned:
        raise BlockedError(
            f"the plan was compiled for the environment `{planned}`, not `{name}`", f"compile it with --env {name}"
        )
    known = {each.name: each for each in config.environments}
    if name is None:
        return next(iter(known.values())) if len(known) == 1 else Environment("")
    if name not in known:
        listed = f"the environments are {', '.join(known)}" if known else "write `[env.NAME]` into sendspec.toml"
        raise BlockedError(f"no environment `{name}` in the settings", did_you_mean(name, tuple(known)) or listed)
    return known[name]


def _secret(given: Given, environment: Environment, where: Host) -> tuple[str, bool]:
    if given.key_file and given.jwt_secret_file:
        raise BlockedError("--key-file and --jwt-secret-file: one of them", "the API would ignore the key")
    if given.key_file:
        return f"the key in {given.key_file}", os.path.exists(given.key_file)
    if given.jwt_secret_file:
        _service(environment)
        return f"a JWT signed with the secret in {given.jwt_secret_file}", os.path.exists(given.jwt_secret_file)
    if environment.jwt_secret_env is not None:
        _service(environment)
        variable = environment.jwt_secret_env
        return f"a JWT signed with the secret in the variable {variable}", bool(os.environ.get(variable))
    if environment.key_env is not None:
        return f"the key in the variable {environment.key_env}", bool(os.environ.get(environment.key_env))
    if where.local:
        return "no key", True
    raise BlockedError("no key is named", f"write `key_env` under `[env.{environment.name or 'NAME'}]`, or --key-file")


def _service(environment: Environment) -> str:
    if environment.service is None:
        raise BlockedError("a JWT needs the id of the service", f"write `service` under `[env.{environment.name}]`")
    return environment.service


def credentials(given: Given, setup: Setup) -> Credentials:
    """Reads the secret itself. Raises BlockedError when it is not there."""
    environment = setup.environment
    if given.key_file:
        return ServiceKey(from_file(Path(given.key_file)))
    if given.jwt_secret_file:
        return Token(_service(environment), from_file(Path(given.jwt_secret_file)))
    variable = environment.jwt_secret_env or environment.key_env
    if variable is None:
        return Nobody()
    secret = from_environment(variable)
    if secret is None:
        raise BlockedError(f"the variable {variable} is not set", "it holds the key; a file does too: --key-file")
    return Token(_service(environment), secret) if environment.jwt_secret_env else ServiceKey(secret)
