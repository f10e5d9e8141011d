"""Makes a repository of many specs that import one library, to try the commit hooks on: `python sample.py FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

LIBRARY = """\
locales [en, cy]

sender alerts sms { id "ACME" }

snippet bye { en "Bye", cy "Hwyl" }
"""
SPEC = """\
import "../../lib/brand.send" as brand

locales [en, cy]

message visit_{number} {{
  vars {{
    who text(max 20) = "you"
  }}
  audience csv "../people.csv" {{
    msisdn <- phone
    locale <- lang else en
    who    <- name
  }}
  try sms from brand.alerts {{ body text.sms }}
  text sms {{ en "Hello {{{{ who }}}}. {{{{ brand.bye }}}}", cy "Helo {{{{ who }}}}. {{{{ brand.bye }}}}" }}
}}
"""
PEOPLE = "phone,lang,name\n+447700900123,en,Ann\n+447700900124,cy,Bob\n"


def make(folder: Path, specs: int) -> None:
    """Writes the library, the people and so many specs, ten a folder."""
    files = {"sendspec.toml": "", "lib/brand.send": LIBRARY, "specs/people.csv": PEOPLE}
    files |= {f"specs/area_{number // 10}/visit_{number}.send": SPEC.format(number=number) for number in range(specs)}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]), 160)
