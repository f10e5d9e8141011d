"""plan.json: which message, of which spec and people, and for each rung when it is tried and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sendspec import __version__
from sendspec.audience.balance import balance_rung
from sendspec.emit.job import Job
from sendspec.emit.ladder import Lane, Stage, Track
from sendspec.model.nodes import Expiry, Quiet, Rung, Trigger
from sendspec.record import NamedTuple

#: The version of the form of plan.json and of the lines; a reader refuses one that it does not know.
FORMAT = 1
#: What is told of a rung that has no requests of its own.
_NOTHING = {
    "strategy": None,
    "substitutions": (),
    "file": None,
    "sha256": None,
    "requests": 0,
    "people": 0,
    "without_address": 0,
}


class Written(NamedTuple):
    """A file of lines: its name and SHA-256."""

    name: str
    sha256: str


def plan(job: Job, made: Sequence[Stage], files: Mapping[int, Written]) -> dict[str, object]:
    """What plan.json says, once all people are read."""
    message, tally = job.message, job.tally()
    lanes = {id(track.rung): (lane, track) for stage in made for lane in stage.lanes for track in lane.tracks}
    for rung, count in ((track.rung, track.count) for _, track in lanes.values()):
        balance_rung(tally, rung.number, count.people, count.without_address)
    return {
        "format": FORMAT,
        "sendspec": __version__,
        "message": message.name,
        "category": message.category,
        "owner": message.owner,
        "spec": {"path": job.path, "files": dict(sorted(job.sources.items()))},
        "audience": {"sha256": job.audience()},
        "profile": job.config.profile,
        "environment": job.environment,
        "destinations_per_request": job.cap,
        "counts": {
            "rows": tally.rows,
            "people": tally.people,
            "rejects": tally.rejects,
            "duplicates": tally.duplicates,
            "excluded": tally.excluded,
            "unknown_locales": tally.unknown_locales,
        },
        "rejects": dict(sorted(tally.by_reason.items())),
        "quiet": _quiet(message.quiet),
        "expires": _expires(message.expiry),
        "rungs": [_rung(rung, message.rungs, lanes.get(id(rung)), files) for rung in message.rungs],
    }


def _rung(
    rung: Rung, rungs: Sequence[Rung], made: tuple[Lane, Track] | None, files: Mapping[int, Written]
) -> dict[str, object]:
    told: dict[str, object] = {
        "rung": rung.number,
        "channel": rung.channel.name,
        "api": rung.api.version,
        "path": rung.api.path,
        "and": rung.beside,
        "trigger": _trigger(rung.trigger),
        "waits_for": _waits_for(rung, rungs),
        "native": rung.native,
        "inside": rung.number - 1 if rung.native else None,
        "left_out": list(rung.left_out),
    }
    if made is None:
        return {**told, **_NOTHING}
    lane, track = made
    return {
        **told,
        "strategy": lane.strategy(track),
        "substitutions": list(track.each),
        "file": files[rung.number].name,
        "sha256": files[rung.number].sha256,
        "requests": track.count.requests,
        "people": track.count.people,
        "without_address": track.count.without_address,
    }


def _trigger(trigger: Trigger | None) -> dict[str, object] | None:
    """Every trigger fires on a failure; one with a wait also when the status did not come in time."""
    if trigger is None:
        return None
    return {"on": "failed", "after_seconds": trigger.after, "unless": trigger.unless}


def _waits_for(rung: Rung, rungs: Sequence[Rung]) -> list[int]:
    """The numbers of the rungs whose receipts decide on this one: the one above, and where the API carries that out
    inside another, either of the two."""
    if rung.number == 1:
        return []
    above = rung.number - 1
    native = any(known.native for known in rungs if known.number == above)
    return [above - 1, above] if native else [above]


def _quiet(quiet: Quiet | None) -> dict[str, object] | None:
    if quiet is None:
        return None
    zone = {"variable": quiet.zone} if quiet.zone_is_variable else {"name": quiet.zone}
    return {"from": _clock(quiet.start), "to": _clock(quiet.end), "zone": zone, "then": quiet.then}


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _expires(expiry: Expiry | None) -> dict[str, object] | None:
    if expiry is None:
        return None
    if expiry.after is not None:
        return {"after_seconds": expiry.after}
    leaf = expiry.leaf
    return {"at": leaf.value if leaf else None}
