"""All checks of one bound file, and which of its findings a person sees, in which order.

This module must not know any rule, nor read the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from sendspec.diagnostic import Diagnostic
from sendspec.lint.index import CHECKS

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from datetime import date

    from sendspec.config import Config
    from sendspec.lint.rule import Rule
    from sendspec.model.nodes import Unit


def run(unit: Unit, config: Config, found: Sequence[Diagnostic], today: date) -> tuple[Diagnostic, ...]:
    """The findings of a file: those of the passes (`found`) and of all checks, less those allowed or not asked for."""
    everything = list(found)
    everything.extend(_checked(unit, config))
    if unit.imports or "allow" in unit.source.text:  # else nothing is allowed, and most files need not know how
        from sendspec.lint.suppress import suppress

        everything = suppress(unit, everything, today)
    return tidy(everything, config)


def tidy(findings: Iterable[Diagnostic], config: Config) -> tuple[Diagnostic, ...]:
    """The findings that the configuration asks for, each once, in the order of their places."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Diagnostic] = []
    for found in findings:
        same = (found.code, found.source.path, found.span, found.message, found.pointer)
        if same not in seen and wanted(found.code, config):
            seen.add(same)
            kept.append(found)
    return tuple(sorted(kept, key=_place))


def wanted(code: str, config: Config) -> bool:
    """Whether the configuration asks for a code. Prefixes match, `ignore` wins; what cannot be read is always told."""
    if code.startswith("SYN"):
        return True
    return not code.startswith(config.ignore) and (not config.select or code.startswith(config.select))


def _checked(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    """What the rules say; a rule about a channel that the file does not send by is not even imported."""
    used = {rung.channel.family for message in unit.messages.values() for rung in message.rungs}
    for family, names in CHECKS.items():
        for name in names if not family or family in used else ():
            rule: Rule = import_module(f"sendspec.lint.rules.{name}").check
            if rule.check is not None:
                yield from rule.check(unit, config)


def _place(found: Diagnostic) -> tuple[str, int, str, str]:
    return found.source.path, found.span.start, found.code, found.message
