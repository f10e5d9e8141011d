"""The names that a profile of the API gives to channels are those that compile writes; everything else stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from sendspec import channels
from sendspec.channels.verify import judge
from sendspec.config import Config
from sendspec.diagnostic import Severity
from sendspec.emit.ladder import stages
from sendspec.pipeline import Linter, Request, job
from sendspec.record import replace

EXAMPLES = Path(__file__).parents[2] / "docs" / "channels"
#: What the two profiles call the channels whose names differ (the older Introduction).
NAMES = {"inapp": ("appmessaging", "rt"), "messenger": ("fb", "messenger")}


def compiled(name: str, profile: str) -> dict[str, Any]:
    path = EXAMPLES / f"{name}.send"
    config, linter = Config(path.parent, profile=profile), Linter(dt.date(2026, 11, 25))
    unit = linter.bind(path, config).unit
    assert unit is not None
    (message,) = unit.messages.values()
    work = replace(job(linter, path, message, Request(), []), config=config)
    stage = stages(work)[0]
    lines = [line for person in work.people() for line in stage.add(person)]
    lines += stage.close()
    (line,) = lines
    assert isinstance(line.body, dict)
    return line.body


@pytest.mark.parametrize("name", channels.names())
def test_a_profile_changes_the_channels_name_and_nothing_else(name: str) -> None:
    current, older = compiled(name, "current"), compiled(name, "introduction")
    key = "deliverychannel" if "deliverychannel" in current else "channel"
    said = NAMES.get(name, (current[key], current[key]))
    assert (current[key], older[key]) == said
    assert {**older, key: said[0]} == current


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_the_other_profile_is_taken_with_a_note(name: str) -> None:
    found = [(fault.severity, fault.at) for fault in judge(compiled(name, "introduction"))]
    assert (Severity.NOTE, ("deliverychannel",)) in found
    assert Severity.ERROR not in {severity for severity, _ in found}
