"""Takes in the bodies of receipts: read, matched with a sending, counted, and those that count handed on.

What is of another sending, of an unknown shape or of no message is told apart, and never kept.
"""

from __future__ import annotations

from collections import Counter

from sendspec.submit.correlation import fingerprint, trace
from sendspec.submit.journal import Journal, JournalError
from sendspec.submit.receipt import Receipt, Strange, read_receipt

#: What can become of a body.
KEPT, OTHER, INCOMING, STRANGE, FORGED = "kept", "of another sending", "incoming", "not understood", "forged"


class Intake:
    """What comes in for one journal. Raises JournalError when the key is not that of the journal."""

    def __init__(self, journal: Journal, key: bytes) -> None:
        if not journal.made:
            raise JournalError(f"{journal.path.name}: it is no journal of a sending")
        if journal.about["key"] != fingerprint(key):
            raise JournalError(f"{journal.path.name}: it was begun with another key of the project")
        self._journal, self._key = journal, key
        self.counts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()

    def take(self, body: bytes) -> tuple[str, Receipt | None]:
        """What a body is, and the receipt when it is one of this sending."""
        read = read_receipt(body)
        if isinstance(read, Strange):
            self.counts[INCOMING if read.incoming else STRANGE] += 1
            if not read.incoming:
                self.reasons[read.reason] += 1
            return (INCOMING if read.incoming else STRANGE), None
        if not self._journal.sharing(trace(self._key, read.id)):
            self.counts[OTHER] += 1
            return OTHER, None
        self.counts[KEPT] += 1
        return KEPT, read

    def forged(self) -> str:
        """Counts a body whose signature is wrong. It is not looked into."""
        self.counts[FORGED] += 1
        return FORGED
