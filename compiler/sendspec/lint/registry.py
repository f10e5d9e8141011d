"""The catalogue of codes, read from the names of the files in `rules/`; a rule is imported only when asked for.

`python -m sendspec.lint.registry` writes `index.py` anew.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from os import listdir
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sendspec.lint.rule import Rule

_HERE = Path(__file__).parent
_HEAD = '''"""The rules that have a check of their own, by the family of the channel they are about ("": none).

Generated: `python -m sendspec.lint.registry`.
"""'''


@cache
def _stems() -> Mapping[str, str]:
    """Code → module name, in the order of the codes: `SMS004` → `sms004_text_over_limit`."""
    found = (name[:-3] for name in sorted(listdir(_HERE / "rules")) if name.endswith(".py") and name[0] != "_")
    return {stem.partition("_")[0].upper(): stem for stem in found}


def codes() -> tuple[str, ...]:
    """All codes, in alphabetical order."""
    return tuple(_stems())


def name_of(code: str) -> str:
    """The name of a code, `text-over-limit`; empty for a code that nothing documents."""
    return _stems().get(code, "").partition("_")[2].replace("_", "-")


def load(code: str) -> tuple[str, Rule]:
    """A code's page and its rule. KeyError when there is no such code."""
    module = import_module(f"sendspec.lint.rules.{_stems()[code]}")
    loaded: Rule = module.check
    return (module.__doc__ or "").strip() + "\n", loaded


def index() -> str:
    """The text of `index.py` as it should be."""
    from sendspec.channels import channel, names

    families = {channel(name).family for name in names()}
    checks: dict[str, list[str]] = {}
    for code, stem in _stems().items():
        if "\n@rule(" in (_HERE / "rules" / f"{stem}.py").read_text(encoding="utf-8"):
            checks.setdefault(code[:3] if code[:3] in families else "", []).append(stem)
    lines = [_HEAD, "", "CHECKS: dict[str, tuple[str, ...]] = {"]
    for family, stems in sorted(checks.items()):
        several = [f'    "{family}": (', *(f'        "{stem}",' for stem in stems), "    ),"]
        lines += several if len(stems) > 1 else [f'    "{family}": ("{stems[0]}",),']
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    (_HERE / "index.py").write_text(index(), encoding="utf-8", newline="\n")
