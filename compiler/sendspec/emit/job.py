"""What a compile of one message is given, and what it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sendspec import channels
from sendspec.audience.nodes import Person, Tally
from sendspec.config import Config, Environment
from sendspec.emit.cut import Constants
from sendspec.model.nodes import Message, Rung
from sendspec.record import record

if TYPE_CHECKING:
    from sendspec.audience.crowd import Crowd
    from sendspec.audience.header import Plan

#: The most destinations that one request takes (facts §3: 7009).
MOST_DESTINATIONS = 1000
CHANNELS = Path(channels.__file__).parent


def no_constants(rung: Rung, locale: str) -> Mapping[str, str]:
    """The fixed texts of a spec without snippets."""
    return {}


@record(eq=False)
class Job:
    """One message to compile, of the spec at `path` inside the project.

    `people` is read whole; what it raises at its end (too many rejects) stops the compile, and
    nothing stays behind. After that `tally` tells what became of the rows, and `audience` the SHA-256 of their source.
    `crowds` gives the same people by column, where their source has a `plan`; it is called before `people`, or never.
    `sources` are the SHA-256 of the spec's files by path. `environment` is the name that `--env` chose.
    `folder` holds the channels' folders.
    """

    message: Message
    path: str
    people: Callable[[], Iterable[Person]]
    tally: Callable[[], Tally]
    config: Config
    sources: Mapping[str, str]
    audience: Callable[[], str | None] = lambda: None
    environment: str | None = None
    constants: Constants = no_constants
    folder: Path = CHANNELS
    plan: Plan | None = None
    crowds: Callable[[], Iterable[Crowd]] | None = None

    @property
    def chosen(self) -> Environment | None:
        """The settings of the chosen environment."""
        return next((known for known in self.config.environments if known.name == self.environment), None)

    @property
    def cap(self) -> int:
        """The most destinations in a request: what the API takes, and not more than the tenant sends in a second."""
        tps = self.chosen.tps if self.chosen and self.chosen.tps else self.config.tps
        return max(1, min(MOST_DESTINATIONS, tps or MOST_DESTINATIONS))


@record(frozen=False)
class Count:
    """What a rung's requests come to. Filled while the people are read."""

    requests: int = 0
    people: int = 0
    without_address: int = 0
