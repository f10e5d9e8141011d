r"""# RCS027 two-media-in-card

## What it checks
A card shows an image or a video, not both.

## Why it matters
The API has one place for media in a card; the second would be lost.

## Fails
```send
sender chat rcs { app "a_160000000000000002" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try rcs from chat {
    card {
      title "Your visit"
      image "https://acme.example/branch.jpg"
      video "https://acme.example/way.mp4"  # error: RCS027 "video"
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
      video "https://acme.example/way.mp4" thumbnail "https://acme.example/branch.jpg"
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
                    yield from _second(filled)


def _second(filled: Filled) -> Iterator[Diagnostic]:
    cards = [*filled.all("card"), *(card for carousel in filled.all("carousel") for card in carousel.all("card"))]
    for card in cards:
        first, *others = [*card.all("image", "video"), None]
        for media in others[:-1]:
            if first is not None and media is not None:
                said = f"`{media.word.name}` beside `{first.word.name}`; a card shows one of them"
                help = "show a still of a video with `thumbnail`"
                yield Diagnostic("RCS027", Severity.ERROR, said, media.source, media.span, help=help)
