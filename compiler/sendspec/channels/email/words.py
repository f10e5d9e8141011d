"""What a spec may write in an e-mail: the words, their places for values, and the sender's."""

from __future__ import annotations

from sendspec.channels.declare import Slot, Takes, Word


def _text(name: str, about: str, required: bool = True) -> Slot:
    return Slot(name, Takes.TEXT, required=required, about=about)


def _one(name: str, about: str, takes: Takes = Takes.TEXT, html: bool = False) -> Word:
    return Word(name, (Slot(name, takes, html=html, about=about),), about=about)


SUBJECT = _one("subject", "the subject line")

WORDS = (
    SUBJECT,
    _one("text", "the mail as plain text; beside html, for readers that show none"),
    _one("html", "the mail as HTML; values are escaped in it", html=True),
    Word(
        "type",
        (Slot("type", Takes.CHOICE, choices={"text": "text", "html": "html"}),),
        about="what the mail goes out as, where that is not html by its having `html`, and text without",
    ),
    _one("reply_to", "the address that answers go to"),
    _one("cc", "addresses that get a copy", Takes.TEXTS),
    _one("bcc", "addresses that get a copy unseen", Takes.TEXTS),
    Word(
        "attach",
        (_text("name", "the name of the file as people see it"),),
        (
            _text("url", "where the file is fetched from"),
            _text("type", "its media type, such as application/pdf"),
            _text("cid", "its name for `cid:` in the HTML, of an image shown inside the mail", required=False),
        ),
        most=None,
        about="a file that goes with the mail",
    ),
    Word(
        "template",
        (Slot("id", Takes.TEXT, fixed=True, about="the id of a stored template"),),
        block=(SUBJECT,),
        assigns=True,
        about="a stored template instead of text and html; each assignment is a variable of it",
    ),
    Word(
        "unsubscribe",
        options=(
            _text("url", "the address that takes a person off the list", required=False),
            _text("email", "the mailbox that does so", required=False),
            _text("subject", "the subject of the mail to it", required=False),
        ),
        most=2,
        about="the list-unsubscribe headers",
    ),
    _one("opens", "whether opening the mail is reported", Takes.SWITCH),
    _one(
        "multiple_to_recipients", "one mail for all people of a request, who see one another's addresses", Takes.SWITCH
    ),
)

SENDER = (
    Word(
        "address",
        (Slot("address", Takes.TEXT, fixed=True, about="an address on a registered domain"),),
        required=True,
        about="the address that the mail comes from",
    ),
    Word(
        "name",
        (Slot("name", Takes.TEXT, fixed=True, about="the name shown beside it"),),
        about="the name that people see",
    ),
)
