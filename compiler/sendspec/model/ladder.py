"""The ladder: `try`, `else … try`, `and try`, read from top to bottom, and what the API itself carries out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sendspec.channels import channel, names
from sendspec.channels.declare import Api, Channel
from sendspec.model.findings import Findings
from sendspec.model.nodes import Sender, Trigger
from sendspec.model.parts import Parts
from sendspec.model.wire import has_wire
from sendspec.nearest import did_you_mean, nearest
from sendspec.record import record
from sendspec.source import Span
from sendspec.syntax.nodes import Kind, Statement, Word

UNKNOWN_CHANNEL, UNKNOWN_NAME, OTHER_CHANNEL = "NAM010", "NAM003", "NAM011"
FIRST, NO_TRIGGER, NOT_REPORTED = "LAD001", "LAD002", "LAD003"
STATUSES = ("submitted", "delivered", "read", "clicked")
#: Words of other tools for them.
_ALSO = {"received": "delivered", "sent": "submitted", "seen": "read", "opened": "read"}
RUNG, DECLARE = "write `try CHANNEL from SENDER { … }`", "declare one: `sender NAME CHANNEL { … }`"
TRIGGERS = "write `else on failed try …` or `else after 20m unless delivered try …`"


@record(eq=False)
class Head:
    """The first line of a rung, before its content is read."""

    number: int
    beside: bool
    trigger: Trigger | None
    channel: Channel
    api: Api
    sender: Sender | None
    statement: Statement


#: Gives the sender of a name, local or imported, or None.
Senders = Callable[[str], Sender | None]


def read_heads(
    statements: Iterable[Statement],
    senders: Senders,
    known: Sequence[str],
    versions: Mapping[str, str],
    findings: Findings,
) -> tuple[Head, ...]:
    """The rungs' first lines, numbered. One that cannot be read is told and left out; the numbers go on."""
    heads: list[Head] = []
    number = 0
    above: Channel | None = None
    for at, statement in enumerate(statements):
        parts = Parts(statement, findings)
        beside = statement.head.text == "and"
        trigger = _opening(statement, at, parts, findings)
        if not beside or number == 0:
            number += 1
        told = statement.head.text == "else" and trigger is None
        if statement.head.text != "try" and not parts.accept("try"):
            if not told:
                parts.missed("`try`", _near_word(parts, "try") or RUNG)
            above = None
            continue
        found = _channel(parts, findings)
        if found is not None and trigger is not None and above is not None:
            _reported(trigger, above, findings)
        sender = _sender(parts, found, senders, known, findings)
        version = _version(parts, found)
        parts.end()
        if found is not None:
            api = found.api(version or versions.get(found.name))
            heads.append(Head(number, beside and at > 0, trigger, found, api, sender, statement))
        above = found if not beside or above is None else above
    return tuple(heads)


def _opening(statement: Statement, at: int, parts: Parts, findings: Findings) -> Trigger | None:
    """The trigger of an `else`; tells what may not open this rung."""
    head = statement.head
    if head.text == "else":
        trigger = _trigger(parts, findings)
        if at == 0:
            findings.error(
                FIRST,
                head.span,
                "`else` opens the ladder; the first rung is a `try`",
                RUNG,
            )
        return trigger
    if head.text == "and" and at == 0:
        findings.error(
            FIRST,
            head.span,
            "`and` opens the ladder; the first rung is a `try`",
            RUNG,
        )
    if head.text == "try" and at > 0:
        findings.error(
            FIRST,
            head.span,
            "a second `try` has no trigger",
            "write `else on failed try …`, `else after 20m unless delivered try …` or `and try …`",
        )
    return None


def _trigger(parts: Parts, findings: Findings) -> Trigger | None:
    start = parts.here
    if parts.accept("on"):
        if not parts.accept("failed"):
            parts.missed("`failed`", _near_word(parts, "failed") or TRIGGERS)
            parts.to("try")
        return Trigger(None, None, start)
    if parts.accept("after"):
        wait = parts.literal(Kind.DURATION, "20m")
        told = wait is None
        if wait is None or not parts.accept("unless"):
            if not told:
                parts.missed("`unless` and a status", _near_word(parts, "unless") or TRIGGERS)
            parts.to("try")
            return None
        here = parts.here
        status = _status(parts)
        if status is None:
            parts.to("try")
            return None
        return Trigger(int(str(wait.value)), status, here)
    findings.error(
        NO_TRIGGER,
        parts.statement.head.span,
        "`else` states no trigger",
        TRIGGERS,
    )
    parts.to("try")
    return None


def _status(parts: Parts) -> str | None:
    part = parts.next
    if not isinstance(part, Word) or part.text in STATUSES:
        return parts.choice(*STATUSES)
    if (near := nearest(part.text, {*STATUSES, *_ALSO})) in _ALSO:
        parts.missed(f"a status: {', '.join(f'`{status}`' for status in STATUSES)}", f"write `{_ALSO[near]}`")
        return None
    return parts.choice(*STATUSES)


def _reported(trigger: Trigger, above: Channel, findings: Findings) -> None:
    if trigger.unless is not None and trigger.unless not in above.reports:
        best = [status for status in STATUSES if status in above.reports]
        findings.error(
            NOT_REPORTED,
            trigger.span,
            f"`unless {trigger.unless}`; {above.title} reports no such status",
            f"it reports {', '.join(f'`{status}`' for status in best)}" if best else "write `else on failed`",
        )


def _channel(parts: Parts, findings: Findings) -> Channel | None:
    if parts.is_word("from"):
        parts.missed("a channel", f"the channels are {', '.join(names())}")
        return None
    word = parts.word("a channel")
    if word is None:
        return None
    if word.text not in names():
        findings.error(
            UNKNOWN_CHANNEL,
            word.span,
            f"`{word.text}` is no channel",
            did_you_mean(word.text, names()) or f"the channels are {', '.join(names())}",
        )
        return None
    return channel(word.text)


def _version(parts: Parts, found: Channel | None) -> str | None:
    """`via v2`: the version of the API that this rung goes by, whatever is configured."""
    if not parts.accept("via"):
        return None
    return parts.choice(*(api.version for api in found.apis)) if found else parts.choice("v1", "v2")


def _sender(
    parts: Parts, found: Channel | None, senders: Senders, known: Sequence[str], findings: Findings
) -> Sender | None:
    if not parts.accept("from"):
        if found is not None or parts.next is None:
            near = next((name for name in known if isinstance(part := parts.next, Word) and part.text == name), None)
            help = f"write `from {near}`" if near else _near_word(parts, "from")
            parts.missed("`from` and a sender", help or (f"write `from {known[0]}`" if len(known) == 1 else DECLARE))
        parts.rest()
        return None
    word = parts.word("the name of a sender")
    if word is None:
        return None
    sender = senders(word.text)
    if sender is None:
        findings.error(UNKNOWN_NAME, word.span, f"`{word.text}` is no sender", _near_sender(word, known))
    elif found is not None and sender.channel and sender.channel != found.name:
        findings.error(
            OTHER_CHANNEL,
            word.span,
            f"`{word.text}` sends by {sender.channel}, this rung by {found.name}",
            _senders_of(found, senders, known),
        )
        return None
    return sender


def _near_word(parts: Parts, wanted: str) -> str | None:
    return did_you_mean(part.text, [wanted]) if isinstance(part := parts.next, Word) else None


def _senders_of(found: Channel, senders: Senders, known: Sequence[str]) -> str:
    fit = [f"`{name}`" for name in known if (there := senders(name)) is not None and there.channel == found.name]
    if len(fit) > 1:
        return f"the senders by {found.name} are {', '.join(fit)}"
    return f"write `from {fit[0][1:-1]}`" if fit else f"declare one: `sender NAME {found.name} {{ … }}`"


def _near_sender(word: Word, known: Sequence[str]) -> str:
    listed = ", ".join(f"`{name}`" for name in known)
    return did_you_mean(word.text, known) or (
        f"the senders are {listed}" if known else "declare it: `sender NAME CHANNEL { … }`"
    )


def natives(heads: Sequence[Head]) -> frozenset[int]:
    """The places in `heads` of rungs that the API could carry out inside the request of the rung before: `else on
    failed`, both standing alone."""
    found: set[int] = set()
    for at in range(1, len(heads)):
        above, head = heads[at - 1], heads[at]
        beside = above.beside or head.beside or (at + 1 < len(heads) and heads[at + 1].beside)
        plain = head.trigger is not None and head.trigger.after is None and at - 1 not in found
        plain = plain and not has_wire(head.statement)
        if plain and not beside and head.channel.name in above.api.native:
            found.add(at)
    return frozenset(found)


def span_of(head: Head) -> Span:
    """What a finding about a whole rung marks."""
    return head.statement.line
