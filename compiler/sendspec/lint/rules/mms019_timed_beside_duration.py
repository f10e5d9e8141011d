r"""# MMS019 timed-beside-duration

## What it checks
A slide has a `duration` or a word on whether it has one (`timed`), not both.

## Why it matters
They could contradict each other, and only the duration would be sent.

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
      duration 8
      timed    no  # error: MMS019 "timed"
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
    slide {
      text     "The way to us"
      image    "https://acme.example/map.jpg"
      duration 8
    }
  }
}
```
"""

from collections.abc import Iterator

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
                    if slide.child("duration") is not None and (timed := slide.child("timed")) is not None:
                        said, help = "`timed` beside `duration`; one of them is taken", "take `timed` away"
                        yield Diagnostic("MMS019", Severity.ERROR, said, timed.source, timed.span, help=help)
