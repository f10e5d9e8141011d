"""The one place that calls the passes in order. It returns everything it finds and raises nothing that a spec's
author caused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic
from sendspec.disk import Disk, beside, read
from sendspec.lint.run import run
from sendspec.model.bind import Binder, Bound
from sendspec.model.nodes import Unit
from sendspec.project import config_for


class Linter:
    """Lints files of one run: what several files import is bound once."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self._disks: dict[Path, Disk] = {}
        self._binders: dict[Path, Binder] = {}

    def bind(self, path: Path, config: Config) -> Bound:
        """A spec, bound. Raises BlockedError when the file cannot be read."""
        if config.root not in self._binders:
            self._disks[config.root] = Disk(config.root)
            self._binders[config.root] = Binder(self._disks[config.root], config.versions)
        return self._binders[config.root].bind(path.as_posix(), read(path))

    def depends(self, path: Path, config: Config) -> set[str]:
        """The files that the verdict on a linted spec hangs on."""
        found = self._disks[config.root].depends(path.as_posix())
        unit = self.bind(path, config).unit
        for message in unit.messages.values() if unit else ():
            if (audience := message.audience) is not None:
                listed = [audience.path, *(each.path for each in audience.exclude)]
                found |= {beside(path.as_posix(), name) for name in listed if name}
        return found

    def lint(self, path: Path, config: Config | None = None) -> tuple[Diagnostic, ...]:
        """Everything there is to say about a spec."""
        config = config or config_for(path)
        return self.judge(self.bind(path, config), path, config)

    def judge(self, bound: Bound, path: Path, config: Config) -> tuple[Diagnostic, ...]:
        """The findings of a bound file: those of the passes, of its recipients and of the rules."""
        if bound.unit is None:
            return bound.findings
        found = [*bound.findings, *_recipients(bound.unit, path, config)]
        return run(bound.unit, config, found, self.today)


def _recipients(unit: Unit, path: Path, config: Config) -> Iterable[Diagnostic]:
    """What the first rows of each message's audience show."""
    if not any(message.audience for message in unit.messages.values()):
        return
    from sendspec.audience.report import sample

    for message in unit.messages.values():
        if message.audience is not None:
            yield from sample(message, config, path.parent)


def lint_file(path: Path, config: Config, today: dt.date) -> tuple[Diagnostic, ...]:
    """Everything there is to say about one spec."""
    return Linter(today).lint(path, config)


def verify_bytes(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """Everything there is to say about request bodies that anyone wrote."""
    from sendspec.channels.verify import verify
    from sendspec.syntax.parse import decode

    source = decode(path, data)
    return (source,) if isinstance(source, Diagnostic) else verify(source)
