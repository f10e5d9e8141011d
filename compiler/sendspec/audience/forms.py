"""Addresses held against what the channels of a ladder take: what reads as an address may still not be one of theirs.

It must not know any channel: the form of each kind stands in the channel's declaration of a request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sendspec.channels.declare import Array, Form, Object, String
from sendspec.channels.envelope import ADDRESS_KEYS
from sendspec.model.nodes import Rung
from sendspec.values.read import Reader, Trouble
from sendspec.values.types import Value

#: Kinds whose reader gives nothing that a channel's form refuses (a property test proves it).
SURE = frozenset({"msisdn", "email"})


def held(read: Reader, kind: str, rungs: Iterable[Rung]) -> Reader:
    """The reader of a kind of address, which also asks for the forms that the rungs going to it declare."""
    forms = () if kind in SURE else tuple({form.code: form for rung in rungs for form in _forms(rung, kind)}.values())
    if not forms:
        return read

    def read_held(text: str) -> Value | Trouble:
        value = read(text)
        if not isinstance(value, str):
            return value
        for form in forms:
            if (expected := form.test(value)) is not None:
                return Trouble(f"not-{kind}", f"not {expected}", form.help or "keep the bare id in the cell")
        return value

    return read_held


def _forms(rung: Rung, kind: str) -> Iterator[Form]:
    """The form of one kind of address in the requests of a rung, where they declare one."""
    if kind not in rung.addresses:
        return
    people = rung.api.body.members["destination" if rung.api.version == "v1" else "to"].shape
    one = people.of if isinstance(people, Array) else None
    addresses = one.members.get(ADDRESS_KEYS[kind]) if isinstance(one, Object) else None
    listed = addresses.shape if addresses else None
    if isinstance(listed, Array) and isinstance(listed.of, String) and listed.of.form is not None:
        yield listed.of.form
