"""The codes that the API answers for MMS alone, and the rules that keep a request from them (facts §6.5)."""

from __future__ import annotations

from sendspec.channels.answers import Answer

_FILES = ("MMS005", "MMS008", "MMS009")
_SMALLER = "give a smaller file; a file and the whole message are at most 750 KB"
_PARTS = (
    *(("7237", "a picture"), ("7238", "a sound"), ("7239", "a film"), ("7243", "a contact card")),
    *(("7244", "a calendar file"), ("7245", "a PDF"), ("7246", "a passbook")),
)
_BROKEN = range(7247, 7255)
_AGAIN = "open its address, and send the file anew"

ANSWERS = (
    Answer("7144", "MMS does not go to this country", "send to this number by another channel", ("MMS013",)),
    Answer("7145", "the text of a slide is too long", "shorten it to 4096 characters", ("MMS002",)),
    Answer("7146", "there are more than nine slides", "take some away, or send two messages", ("MMS003",)),
    Answer("7147", "the route has used up its quota", "send later, or have the quota raised"),
    Answer("7148", "a slide is of no kind that MMS has", "name its kind", ("API004", "MMS006", *_FILES)),
    Answer("7219", "the receiver's number is none", "see the number and its country code", ("API014", "MMS013")),
    Answer("7220", "the sender's short code is none", "use a number that is enabled for MMS", ("MMS014",)),
    Answer("7225", "a slide holds more than one file", "give each file a slide of its own", _FILES),
    Answer("7226", "a file stands with a sound, a film or a picture", "give each file a slide of its own", _FILES),
    Answer("7227", "there are more slides than are taken", "take some away, or send two messages", ("MMS003",)),
    Answer("7228", "a sound stands with a film", "give each a slide of its own", _FILES),
    Answer("7229", "a film stands with a picture", "give each a slide of its own", _FILES),
    Answer("7230", "a text is too long", "shorten it", ("MMS001", "MMS002", "MMS016")),
    Answer("7232", "the duration of a slide is none", "write a number above 0", ("API003", "MMS010")),
    Answer("7234", "the message has no name", "write `name`, or let the compiler give the message's", ("MMS012",)),
    Answer("7235", "there are no slides", "write at least one `slide`", ("MMS003",)),
    Answer("7236", "a slide is empty", "give it a text and a file", ("MMS004", "MMS007")),
    *(Answer(code, f"{what} is too large", _SMALLER) for code, what in _PARTS),
    Answer("7242", "a text is too long", "shorten it", ("MMS001", "MMS002", "MMS016")),
    *(Answer(str(code), "a file is broken, or could not be fetched", _AGAIN, ("API013",)) for code in _BROKEN),
    Answer("7259", "there is no SMS that stands in", "add `else on failed try sms` below the MMS", ("MMS012",)),
    Answer("7262", "the type of a file is not one that MMS has", "give it in a format of its kind", _FILES),
)
