"""Nobody is lost between source and requests: the sum that is always right, and what to say when it is not.

It must not know how anybody is counted.
"""

from __future__ import annotations

from sendspec.audience.nodes import Tally
from sendspec.values.trouble import grouped

_ASK = "report these numbers and the audience block"


class UnbalancedError(Exception):
    """Rows were lost or counted twice. This is a fault of ours, whatever the source holds."""


def balance(tally: Tally) -> None:
    """Raises UnbalancedError unless every row has become a person, a reject, a duplicate or one who is left out."""
    parts = tally.people, tally.rejects, tally.duplicates, tally.excluded
    if tally.rows == sum(parts):
        return
    people, rejects, duplicates, excluded = map(grouped, parts)
    told = f"{people} people + {rejects} rejects + {duplicates} duplicates + {excluded} excluded"
    raise UnbalancedError(f"of {grouped(tally.rows)} rows there are {told}: {_ASK}")


def balance_rung(tally: Tally, number: int, sent: int, without: int) -> None:
    """Raises UnbalancedError unless every person is in a rung's requests, or lacks the address for it."""
    if tally.people != sent + without:
        told = f"rung {number} has {grouped(sent)} in its requests + {grouped(without)} without an address"
        raise UnbalancedError(f"of {grouped(tally.people)} people {told}: {_ASK}")
