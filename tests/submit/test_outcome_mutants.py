"""Every fault that can be made in the table of outcomes is noticed: the answers of `test_outcome.py` tell it apart."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from sendspec.submit import outcome

from .mutants import mutants
from .test_outcome import CODES, ID, MATCHED, NO_SHAPE, READ, STATUSES, THREE, V1_ARRAY, V1_ERROR, V2_ERROR, entries

_FORM = '{{"response": [{{"code": {}, "transid": {}}}]}}'
_KEPT = [
    ("1001", ID), ("12345", ID), ("123456", ID), ("1001", ID + "_0"), ("1001", ID + "_fallbackrcs"),
    ("1001", ID + "_1_fallbackrcs"), ("1001", ID + "_1_2_3"), ("1001", ID[1:]), ("1001", ID + "_" + "x" * 12),
    ("1001", ID + "_" + "x" * 13), ("1001", ID.upper() + "_1"), ("1001", "447700900123"), ("x", ID),
    ("７１０１", ID), ("1001", "ABCDEFab" + ID[8:]), ("1001", "g" + ID[1:]),
]  # fmt: skip


def bodies() -> Iterator[bytes]:
    """Every code in every shape, what v2 says, what is kept, and what is no shape at all."""
    for code, form in itertools.product(CODES, (V1_ARRAY, V1_ERROR, V2_ERROR)):
        yield form.format(code).encode()
        yield form.replace('"{}"', "{}").format(code or "true").encode()
    for told, id in itertools.product(("queued", "Queued", "REJECTED", "rejected", "x", None), (ID, "x", None)):
        yield json.dumps({"status": told, "messageId": id, "transid": "x"}).encode()
    for code, id in _KEPT:
        yield _FORM.format(json.dumps(code), json.dumps(id)).encode()
    yield b'{"response": [{"code": 1001}], "status": "queued", "code": "7004"}'
    yield b'{"code": "7006", "status": "queued"}'
    yield b'{"code": "7004", "message": "x", "status": null}'
    yield b'{"response": [{"code": "1001", "correlationId": "c"}, {"code": "7004", "correlationId": "a"}]}'
    yield b'{"response": [{"code": "1001", "correlationid": 7}, 7, {"code": "1001"}]}'
    yield from (body for body in NO_SHAPE if len(body) < 1000)


def answers() -> Iterator[tuple[str, int, bytes, list[list[str]]]]:
    """What `outcome` is asked: phase, status, body and people."""
    every = list(bodies())
    for status, body in itertools.product(READ, every):
        yield "C", status, body, [["id-1"]]
    for status, body in itertools.product((0, 199, *STATUSES), every[:1]):
        yield "C", status, body, [["id-1"]]
    for phase in "AB":
        yield phase, 200, every[0], THREE
    for asked, told, _ in MATCHED:
        yield "C", 200, entries(*told), asked
    same = json.dumps({"response": [
        {"code": code, "correlationid": "a", "transid": id}
        for code, id in (("7101", ID), ("7102", ID[:-1] + "2"), ("7101", ID[:-1] + "3"))]})  # fmt: skip
    for asked in (THREE, [["a"]], [["a"], ["b"], ["a"]]):
        yield "C", 200, same.encode(), asked
        yield "C", 200, b'{"response": [{"code": "7004", "correlationid": "a"}, {"code": "7004"}]}', asked
        yield (
            "C",
            200,
            b'{"response": [{"code": "7004", "correlationId": "b2"}, {"code": "1001", "correlationId": "a"}]}',
            asked,
        )
        yield "C", 200, b'{"response": [{"code": "1001", "correlationid": ["a"]}]}', asked


def long_answers() -> Iterator[tuple[str, int, bytes, list[list[str]]]]:
    """Answers around the longest that is read: they take long, and come last."""
    one = outcome.LONGEST
    for size in (one - 1, one, one + 1):
        yield "C", 200, b'{"response": [{"code": "1001"}]}'.ljust(size), [["id-1"]]
    for body in NO_SHAPE:
        if len(body) >= 1000:
            yield "C", 200, body, [["id-1"]]


ANSWERS = (*answers(), *long_answers())
#: Faults that change nothing: `return None` without its value, and a repetition at the end of a whole match made lazy.
SAME = ("value None → None in `return None`", "){0,2}?' in")


def told_by(module: ModuleType) -> Iterator[object]:
    """All that a module says: its two sets, then its verdicts, in words."""
    yield sorted(each.value for each in module.DOUBTFUL)
    yield sorted(each.value for each in module.UNSENT)
    for phase, status, body, asked in ANSWERS:
        made = module.outcome(module.Phase(phase), status, body, asked)
        yield [[(one.decision.value, one.code, one.transaction) for one in message] for message in made]


def noticed(mutant: ModuleType, right: list[object]) -> bool:
    """Whether a module says anything else, or breaks."""
    try:
        return any(said != meant for said, meant in zip(told_by(mutant), right, strict=True))
    except Exception:
        return True


def test_every_fault_in_the_table_of_outcomes_is_noticed() -> None:
    right = list(told_by(outcome))
    every = list(mutants(Path(outcome.__file__)))
    alive = [name for name, mutant in every if not noticed(mutant, right)]
    assert [name for name in alive if not any(same in name for same in SAME)] == []
    assert len(every) > 100
