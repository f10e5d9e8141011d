"""What a rule is: a page (its module's docstring) and, at times, a check over a bound file.

A rule is one file of `rules/`, named after its code and its name: `sms004_text_over_limit.py`. It must not import
another rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.record import record

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from sendspec.config import Config
    from sendspec.model.nodes import Unit

Check = Callable[["Unit", "Config"], Iterator[Diagnostic]]


@record()
class Rule:
    """A code that a person can meet. `severities`: more than one where the stricter of two statements only warns.
    `check` is None where a pass itself raises it."""

    severities: tuple[Severity, ...]
    check: Check | None = None


def documents(*severities: Severity) -> Rule:
    """A rule without a check of its own: `check = documents(Severity.ERROR)` beside the page."""
    return Rule(severities)


def rule(*severities: Severity) -> Callable[[Check], Rule]:
    """Decorates the check of a rule: `@rule(Severity.ERROR)` over a generator named `check`."""
    return lambda check: Rule(severities, check)
