r"""# RCS028 two-thumbnails-in-card

## What it checks
A card states its thumbnail once: as the option of its media, or as a line of its own.

## Why it matters
The API has one place for a thumbnail; the second would be lost.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {
      title "Your visit"
      video "https://acme.example/way.mp4" thumbnail "https://acme.example/way.jpg"
      thumbnail "https://acme.example/branch.jpg"  # error: RCS028 "thumbnail"
    }
  }
}
```

## Passes
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {
      title "Your visit"
      video "https://acme.example/way.mp4"
      thumbnail "https://acme.example/branch.jpg"
    }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.filled import Filled
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs:
            if rung.channel.name == "rcs":
                for filled in rung.contents.values():
                    yield from _twice(filled)


def _twice(filled: Filled) -> Iterator[Diagnostic]:
    for card in filled.all("card"):
        line = card.child("thumbnail")
        media = next((media for media in card.all("image", "video") if media.get("thumbnail") is not None), None)
        if line is not None and media is not None:
            said = f"`thumbnail` again; the {media.word.name} has one already"
            yield Diagnostic("RCS028", Severity.ERROR, said, line.source, line.span, help="keep one of them")
