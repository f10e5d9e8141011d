"""The README's picture: what `sendspec lint` says of `example/mistakes.send`, colours included, as SVG.

`python docs/make_finding.py` writes `finding.svg`; a test compares the file with what lint says today.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
PICTURE = HERE / "finding.svg"
SPEC = "mistakes.send"

# A character's box and the space around the text, in pixels.
WIDE, HIGH, SIZE = 8.4, 20, 14
LEFT, TOP, BELOW = 20, 76, 12
_FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
_BACK, _EDGE, _PLAIN, _PROMPT = "#0d1117", "#30363d", "#c9d1d9", "#8b949e"
#: The terminal's colours that lint uses.
_COLORS = {"31": "#ff7b72", "33": "#e3b341", "34": "#6cb6ff", "36": "#76e3ea"}
_CODE = re.compile(r"\x1b\[([\d;]*)m")


def said() -> str:
    """What lint writes about the spec to a terminal with colours."""
    own = {**os.environ, "FORCE_COLOR": "1", "SENDSPEC_CACHE": "off", "PYTHONUTF8": "1"}
    own.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "sendspec", "lint", SPEC]
    done = subprocess.run(command, cwd=HERE / "example", env=own, capture_output=True, check=False, timeout=60)
    if done.returncode != 1:
        raise SystemExit(done.stderr.decode() or "lint found nothing to show")
    return done.stdout.decode()


def picture(text: str) -> str:
    """The SVG of a terminal that shows a text."""
    lines = text.rstrip("\n").split("\n")
    widest = max(len(_CODE.sub("", line)) for line in lines)
    width, height = round(widest * WIDE) + 2 * LEFT, TOP + HIGH * len(lines) + BELOW
    shown = "\n".join(row for number, line in enumerate(lines) for row in _row(line, TOP + HIGH * number))
    name = f"The terminal after: sendspec lint {SPEC}"
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">
<title>{name}</title>
<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8" fill="{_BACK}" stroke="{_EDGE}"/>
<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/>
<circle cx="62" cy="20" r="6" fill="#28c840"/>
<g font-family="{_FONT}" font-size="{SIZE}" fill="{_PLAIN}" xml:space="preserve">
<text x="{LEFT}" y="{TOP - 24}" fill="{_PROMPT}">$ sendspec lint {SPEC}</text>
{shown}
</g>
</svg>
"""


def _row(line: str, y: int) -> Iterator[str]:
    """The pieces of a line, each at its own column, so that no font can push the marks aside."""
    column = 0
    for codes, piece in _pieces(line):
        stripped = piece.lstrip(" ")
        x = LEFT + (column + len(piece) - len(stripped)) * WIDE
        column += len(piece)
        if stripped:
            wide = len(stripped) * WIDE
            yield (
                f'<text x="{x:.1f}" y="{y}" textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs"{_style(codes)}>'
                f"{escape(stripped, quote=False)}</text>"
            )


def _pieces(line: str) -> Iterator[tuple[list[str], str]]:
    codes: list[str] = []
    for place, part in enumerate(_CODE.split(line)):
        if place % 2:
            codes = part.split(";")
        elif part:
            yield codes, part


def _style(codes: list[str]) -> str:
    color = next((f' fill="{_COLORS[code]}"' for code in codes if code in _COLORS), "")
    return color + (' font-weight="bold"' if "1" in codes else "")


if __name__ == "__main__":
    PICTURE.write_text(picture(said()), encoding="utf-8", newline="\n")
