"""What a spec may write in a rung by MMS: its words, the files of a slide, and the sender's."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word

#: The words of one file in a slide.
MEDIA = ("image", "video", "audio", "file")
TYPES = {name: name for name in ("pdf", "ical", "vcard", "excel", "text", "smil")}

_URL = Slot("url", Takes.TEXT, about="the whole address of the file")
_TYPE = Slot("type", Takes.CHOICE, required=False, choices=TYPES, about="what it is, where its ending does not tell")


def _one(name: str, about: str, takes: Takes = Takes.TEXT) -> Word:
    return Word(name, (Slot(name, takes, about=about),), about=about)


SLIDE = (
    _one("text", "what stands beside the file, at most 4096 characters"),
    Word("image", (_URL,), about="a picture: JPG, PNG, GIF, AVIF or HEIC"),
    Word("video", (_URL,), about="a film: MP4 or 3GP"),
    Word("audio", (_URL,), about="a sound: MP3, AMR or M4A"),
    Word("file", (_URL,), (_TYPE,), about="another file: PDF, calendar, contact card, Excel, text or SMIL"),
    _one("duration", "how long it is shown, a number above 0; 5 where nothing is said", Takes.NUMBER),
    _one("timed", "`no`: the request says nothing of how long", Takes.SWITCH),
)

WORDS = (
    _one("subject", "the subject line, at most 80 characters"),
    Word("slide", block=SLIDE, most=9, kind=True, about="a text and one file, shown together"),
    _one("name", 'your own name for it; the message\'s where nothing is said, none with `name ""`'),
    Word(
        "template",
        (Slot("id", Takes.TEXT, fixed=True, about="the id of a stored template"),),
        block=(),
        kind=True,
        assigns=True,
        about="a stored template; each assignment is a variable of it",
    ),
)

SENDER = (
    Word(
        "id",
        (Slot("id", Takes.TEXT, fixed=True, about="a number that can send MMS; it is sent without a plus sign"),),
        required=True,
        about="the number that it comes from",
    ),
)
