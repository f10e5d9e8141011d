r"""# MMS005 two-files-in-slide

## What it checks
A slide holds one file: an image, a video, a sound or another file.

## Why it matters
A slide of a request has one address. The platform would play a sound with a picture; the API has no place to say
so, and every other pair is refused (statuses 7225 to 7229).

## Fails
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide {
      text     "The way to us"
      image    "https://acme.example/map.jpg"
      audio "https://acme.example/way.mp3"  # error: MMS005 "audio"
    }
  }
}
```

## Passes
```send
sender pics mms { id "12025550100" }
message visit {
  audience rows { row { msisdn "+12025550142" } }
  try mms from pics {
    subject "Your visit"
    slide { text "The way to us", image "https://acme.example/map.jpg" }
    slide { text "To listen to", audio "https://acme.example/way.mp3" }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.channels.filled import Filled
from sendspec.channels.mms.words import MEDIA
from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    for message in unit.messages.values():
        for rung in message.rungs:
            for filled in rung.contents.values() if rung.channel.name == "mms" else ():
                for slide in filled.all("slide"):
                    yield from _second(slide)


def _second(slide: Filled) -> Iterator[Diagnostic]:
    first, *others = [*slide.all(*MEDIA)] or [slide]
    for file in others:
        said = f"`{file.word.name}` beside `{first.word.name}`; a slide holds one file"
        yield Diagnostic("MMS005", Severity.ERROR, said, file.source, file.span, help="give it a slide of its own")
