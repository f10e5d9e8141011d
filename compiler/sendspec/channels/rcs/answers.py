"""The codes that the API answers for RCS alone, and the rules that keep a request from them (facts §6.5)."""

from __future__ import annotations

from sendspec.channels.answers import Answer

ANSWERS = (
    Answer("7320", "the body is no JSON", "run `sendspec verify` on a body that was written by hand", ("API050",)),
    Answer("7321", "a member is wrong, or a number is none", "run `sendspec verify` on the body", ("API001", "API014")),
    Answer("7740", "a file's details are wrong", "look at its address and its size", ("API013",)),
)
