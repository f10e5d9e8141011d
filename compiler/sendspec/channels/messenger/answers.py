"""The codes that the API answers for Messenger alone, and the rules that keep a request from them (facts §6.5)."""

from __future__ import annotations

from sendspec.channels.answers import Answer

ANSWERS = (
    Answer(
        "7313",
        "the person wrote more than 24 hours ago",
        "send it with `messaging tag` where one of the staff answers, else by another channel",
        ("MSG024",),
    ),
    Answer(
        "7526",
        "the page may not send so, or the tag is none",
        "see the page's permissions; the one tag that works is HUMAN_AGENT",
        ("MSG016", "MSG018"),
    ),
    Answer("2018047", "rules of European privacy forbid this kind of content", "send a text"),
    Answer("2018336", "rules of European privacy forbid this kind of content", "send a text"),
)
