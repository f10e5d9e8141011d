"""The codes that the API answers for e-mail alone, and the rules that keep a request from them (facts §6.5)."""

from __future__ import annotations

from sendspec.channels.answers import Answer

ANSWERS = (
    Answer(
        "7523", "an address is no e-mail address", "type the column: `email <- mail as email`", ("API016", "AUD009")
    ),
    Answer(
        "7524",
        "an address is too long: 64 characters before the `@`, 255 after it",
        "see the rejects",
        ("API016", "AUD009"),
    ),
    Answer("7535", "the mail with its attachments is too large", "link to the files instead", ("EML001", "EML014")),
    Answer("7536", "the stored template could not be read", "look at it in the console"),
)
