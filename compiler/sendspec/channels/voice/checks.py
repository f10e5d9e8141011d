"""What several members of a request by voice have to be together. The same checks see a body and the tree of a spec."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.channels.declare import Fault, Pointer, states, unless
from sendspec.channels.filled import Leaf, Made, Tree, known
from sendspec.channels.keywords import any_of, not_both
from sendspec.diagnostic import Severity

#: What a call of v1 can be made of; `media` is another name of a prompt (C71).
CALLS = ("callflowid", "promptid", "media")
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<speak\b", re.IGNORECASE)


@unless(" + ".join(f"({key!r} in it)" for key in CALLS) + " == 1 and '' not in it.values()")
@states({**any_of(*CALLS), "allOf": [not_both("callflowid", other) for other in CALLS[1:]]})
def one_call(voice: Tree, at: Pointer) -> Iterator[Fault]:
    """A call plays one prompt or starts one call flow. A prompt in two spellings is told by its key already."""
    assert isinstance(voice, dict)
    found = [key for key in CALLS if key in voice]
    given = [key for key in found if known(voice[key]) != ""]
    if "callflowid" in given and len(given) > 1:
        said = f"`callflowid` beside `{given[1]}`; a call starts a flow or plays a prompt"
        yield Fault("VOI002", Severity.ERROR, said, at, "take one of them out")
    elif not given:
        place = (*at, found[0]) if len(found) == 1 else at
        flow, prompt = ("flow", "prompt") if isinstance(voice, Made) else ("callflowid", "promptid")
        said = f"the call has neither `{flow}` nor `{prompt}`; it takes one of them"
        yield Fault("VOI001", Severity.ERROR, said, place, f"name a `{prompt}` or a `{flow}`")


@unless("'<' not in it['text']")
def plain_text(content: Tree, at: Pointer) -> Iterator[Fault]:
    """Speech of v2 is plain text; markup goes by the Voice API alone (facts §8.8)."""
    text = content.get("text") if isinstance(content, dict) else None
    start = text.opening if isinstance(text, Leaf) and text.personal else known(text)
    if isinstance(start, str) and _MARKUP.match(start):
        name = text.name if isinstance(text, Leaf) else "text"
        said = f"{name} is SSML; voice on v2 takes plain text, and would read the marks aloud"
        yield Fault("VOI004", Severity.WARNING, said, (*at, "text"), "write the words alone", text)
