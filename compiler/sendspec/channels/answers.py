"""What the API answers at once, by its code: what it means, which rules keep a request from it, and what to do.

The codes that all channels share stand here; a channel declares its own. Receipts, which come later, are not here.
Source: the status tables of the vendor, release 6.20.0 (facts §6.5), and the older Introduction.
"""

from __future__ import annotations

from collections.abc import Iterator

from sendspec.record import NamedTuple


class Answer(NamedTuple):
    """A code of an answer. `rules` are the codes of the findings that prevent it; none: nothing in a request can."""

    code: str
    meaning: str
    help: str
    rules: tuple[str, ...] = ()


#: The findings about single values.
_VALUES = (
    "API001", "API003", "API004", "API008", "API010", "API012", "API013", "API020", "API024", "API026", "API027",
    "API028", "API031", "API033", "API034", "API035", "API036", "API037", "API039", "API040",
)  # fmt: skip
_WAIT = "wait and see whether a receipt comes; sending again may send twice"
COMMON = (
    Answer("1001", "the request is accepted and queued", "nothing; receipts tell what becomes of it"),
    Answer(
        "7000",
        "the body is no JSON",
        "compile writes JSON always; run `sendspec verify` on a body that was written by hand",
        ("API050", "API051", "API052", "API053", "API054", "API056"),
    ),
    Answer("7001", "the service key or the token is not known", "look at the key of this environment, and whose it is"),
    Answer("7002", "the request came without a service key", "send the key in the header `key`"),
    Answer(
        "7003",
        "something compulsory is missing; the description names it",
        "run `sendspec verify` on the body",
        ("API002", "API005", "API021", "API023", "API025", "API030", "API032", "API038"),
    ),
    Answer(
        "7004",
        "a value is not one that its place takes; the description names it",
        "run `sendspec verify` on the body",
        _VALUES,
    ),
    Answer(
        "7005",
        "the request has expired, or the platform failed inside: the pages disagree (C75)",
        f"{_WAIT}; see that `expires` lies ahead",
        ("API033",),
    ),
    Answer("7006", "the platform failed inside", _WAIT),
    Answer("7007", "the service is switched off", "switch it on in the console"),
    Answer("7008", "no page tells what it means", _WAIT),
    Answer(
        "7009",
        "the request has more than 1000 destinations",
        "compile never puts more into one; split a body that was written by hand",
        ("API022",),
    ),
    Answer("7010", "the provider behind the platform failed, or refused the caller's address (C76)", _WAIT),
    Answer("7011", "the platform failed in a way that it has no name for", _WAIT),
    Answer("7016", "the platform failed in a way that it has no name for (v2)", _WAIT),
    Answer(
        "7020", "more a second than the tenant may send", "send slower; set `tps` in the settings, so that requests fit"
    ),
    Answer(
        "7022",
        "the body is larger than the platform takes; no page states the size",
        "put fewer people into a request: lower `tps` in the settings",
    ),
    Answer("7101", "the sender's id is none that may send", "use one of the tenant's senders", ("SMS006", "API015")),
    Answer(
        "7102",
        "an address is none",
        "type the column of numbers, `msisdn <- phone as phone(GB)`, and see the rejects",
        ("API014", "API016", "AUD009", "AUD010"),
    ),
    Answer("7104", "the app's id is not known", "copy the id of the app from the console", ("API002",)),
    Answer("7105", "no customer has this profile", "address the person by a number or a user id"),
    Answer("7107", "the text is too long", "shorten it", ("SMS004",)),
    Answer("7108", "the stored template is not known", "copy its id from the console"),
    Answer(
        "7126", "the type of the content is not one that the channel has", "run `sendspec verify` on it", ("API004",)
    ),
    Answer("7127", "the caller's address is not on the tenant's list", "have it added, or send from one that is"),
    Answer("7200", "the platform does not know what happened", _WAIT),
    Answer("8009", "the tenant has no such profile", "look at the id of the service"),
    Answer("9000", "the contact policy is not switched on", "switch it on in the console, or leave `policy` out"),
    Answer("9001", "the contact policy lacks its group", 'write `policy { group "…" }`', ("API037", "API038")),
    Answer("9002", "the person has not consented", "do not send to them"),
    Answer("9003", "the person is not in the policy's group", "see which group they are in"),
    Answer("9004", "the contact policy could not be asked", "try again later"),
    Answer("9005", "the policy's group or channel is not known", "copy the group's id from the console"),
    Answer("9006", "the person has had as many messages as the policy allows", "send later"),
    Answer("9007", "the frequency cap has no such group", "copy the group's id from the console"),
    Answer("9010", "the person's consent has ended", "ask for it again, by another way"),
)


def answers() -> Iterator[tuple[str, Answer]]:
    """All codes with the title of the channel they belong to, "" for those that all share."""
    from sendspec.channels import channel, names

    for answer in COMMON:
        yield "", answer
    for known in map(channel, names()):
        for answer in known.answers:
            yield known.title, answer
