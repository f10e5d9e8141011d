"""The codes that the API answers for Apple Messages alone, and the rules that keep a request from them (facts §6.5)."""

from __future__ import annotations

from sendspec.channels.answers import Answer

ANSWERS = (
    Answer("7316", "the details of the app are wrong", "copy the id of the asset from the console", ("APL028",)),
    Answer("7317", "the merchant's session for Apple Pay failed", "look at the merchant's settings in the console"),
    Answer(
        "7722",
        "a value is not one that its place takes",
        "run `sendspec verify` on the body",
        ("API003", "API004", "API008", "APL003", "APL004", "APL005", "APL006", "APL007", "APL008"),
    ),
    Answer(
        "7738",
        "a file or a picture could not be fetched",
        "open its address, and see its size and its kind",
        ("API013", "APL018", "APL019", "APL023", "APL025", "APL032"),
    ),
)
