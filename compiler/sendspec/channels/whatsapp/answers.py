"""The codes that the API answers for WhatsApp alone, and the rules that keep a request from them (facts §6.5)."""

from __future__ import annotations

from sendspec.channels.answers import Answer

_TEMPLATE = "compare the assignments with the template as it was approved"
ANSWERS = (
    Answer("7710", "the person wrote more than 24 hours ago", "send an approved template", ("WAP043",)),
    Answer("7714", "the text has more than 4096 characters", "shorten it", ("WAP001",)),
    Answer(
        "7721", "something compulsory is missing", "run `sendspec verify` on the body", ("API002", "WAP016", "WAP039")
    ),
    Answer(
        "7722", "a value is not one that its place takes", "run `sendspec verify` on the body", ("API003", "API004")
    ),
    Answer(
        "7723", "a parameter has no place there", "run `sendspec verify` on the body", ("API001", "WAP017", "WAP018")
    ),
    Answer("7733", "the sender and the recipient are one", "take the sender's own number out of the audience"),
    Answer("7804", "the template has another number of variables", _TEMPLATE),
    Answer("7805", "there is no such template", "copy its id from the console"),
    Answer("7808", "a value of the template is too long", _TEMPLATE, ("WAP026", "WAP028")),
    Answer(
        "7809", "the template with its values is too long", "shorten the values: give their variables a smaller `max`"
    ),
    Answer("7811", "a value breaks the rules for its form", _TEMPLATE, ("WAP026",)),
    Answer("7812", "a component of the template is missing", f"{_TEMPLATE}: header, variables, buttons", ("WAP016",)),
    Answer("7813", "the address with its value is none", "look at the value of `url(…)`", ("WAP027",)),
    Answer(
        "7814", "the medium has another form than the template's header", "see the header's type", ("WAP019", "WAP032")
    ),
    Answer("7815", "the number of a button is none", "look at the template's button in the console"),
    Answer("7816", "a value has another form than its parameter", _TEMPLATE, ("WAP030", "WAP031", "WAP042")),
    Answer("7819", "a list has fewer than one or more than ten sections", "divide it otherwise", ("WAP012",)),
    Answer("7820", "a section has no row", "give it one, or leave it out", ("WAP013",)),
    Answer("7830", "the header is built otherwise than the template's", _TEMPLATE, ("WAP032",)),
    Answer("7838", "a parameter is not known, or misspelt", "run `sendspec verify` on the body", ("API001",)),
    Answer("7849", "the template is not approved, or not in this language", "see its state in the console"),
    Answer("7861", "the media type is not one that WhatsApp takes", "send another file", ("WAP019", "WAP020")),
    Answer("7862", "the identity check value is another", "see why the person's account has changed"),
    Answer("7868", "the template is switched off", "use another one"),
    Answer("7869", "the template is paused", "use another one, or wait"),
)
