"""The words in which a channel declares itself: what a spec may write, what a request may hold, and every limit.

A limit stands here once. Lint of a spec, `verify` of a body, the JSON Schemas and the pages all read it.
This module must not know any channel, nor how a finding is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from sendspec.channels.filled import Filled, Made, Tree, known
from sendspec.channels.words import Slot, Takes, Word
from sendspec.diagnostic import Severity
from sendspec.record import NamedTuple, field, record
from sendspec.values.bounds import Unit

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from typing import Any

    from sendspec.channels.answers import Answer
    from sendspec.channels.said import Reading

Pointer = tuple[str | int, ...]

# --- what a request may hold -----------------------------------------------------------------------------


@record()
class Limit:
    """A bound on a text's length or a list's count, and where it comes from.

    `code` is the finding of a value outside it. Two statements about one thing are two limits, the stricter one a
    warning ("What to emit and what to accept", rules 3 to 6).
    """

    code: str
    source: str
    most: int | None = None
    least: int = 0
    unit: Unit = Unit.CHARACTERS
    severity: Severity = Severity.ERROR
    says: str = ""  # the words before the number, "the vendor advises"; else "RCS takes"


@record()
class Fault:
    """What is wrong with a body, at a pointer. `origin` is the part of a spec that stated the value, if one did.

    `key`: it is the key that is wrong there, not the value.
    """

    code: str
    severity: Severity
    message: str
    at: Pointer
    help: str | None = None
    origin: object = None  # Leaf or Made
    key: bool = False


class Remark(NamedTuple):
    """What there is to say about a string that has its form all the same."""

    code: str
    severity: Severity
    message: str
    help: str


@record(eq=False)
class Form:
    """A form that a string must have: an instant, an https address, a number in E.164.

    `test` takes a string and gives what was expected instead ("an https address"), or None when it is right.
    `opening` does the
    same for the beginning that all values of a personal text share. `kinds` are the types of variable whose
    every value has the form. `remark` is about a string that has the form in a way that is not the current one.
    `help` is what to do about one that has it not, `current` the same string as the compiler writes it. `sure` is a
    pattern of strings that certainly have the form, and of which there is nothing to remark: a quick way to yes.
    """

    name: str
    code: str
    test: Callable[[str], str | None]
    opening: Callable[[str], str | None] | None = None
    kinds: frozenset[str] = frozenset()
    schema: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))  # its JSON Schema keywords
    personal: bool = False  # values are people's addresses: never quoted
    remark: Callable[[str], Remark | None] | None = None
    help: str | None = None
    current: Callable[[str], str] | None = None
    sure: str = ""


@record()
class Variant:
    """Another form of a key or a value that a vendor page documents: taken, with a note that names the current one.

    `given` is that form, `current` ours, `why` the contradiction in a few words and its number ("C8").
    """

    given: str
    current: str
    why: str
    severity: Severity = Severity.NOTE


@record(eq=False)
class String:
    """A string. `choices` are its only values; `variants` further values that are taken with a note.

    `fold` compares choices without case. `empty`: an empty string is a value of its own (else it counts as absent
    where the member is optional, and as missing where it is required).
    """

    limits: tuple[Limit, ...] = ()
    choices: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    form: Form | None = None
    fold: bool = False
    empty: bool = False
    choice_code: str = "API004"
    number: str = ""  # by which contradiction a number is taken too


@record(eq=False)
class Number:
    """A number. `text`: a string of digits is taken too (`why` says by which contradiction)."""

    least: float | None = None
    most: float | None = None
    whole: bool = False
    text: str = ""
    code: str = "API008"


@record(eq=False)
class Switch:
    """A switch. `emit` is the form that the compiler writes; `also` whether the other form is taken, and by which
    contradiction."""

    emit: str = "boolean"  # or "string": "true", "false"
    also: str = ""


@record(eq=False)
class Array:
    """A list of `of`, with limits on its count (unit ITEMS)."""

    of: Shape
    limits: tuple[Limit, ...] = ()
    checks: tuple[Check, ...] = ()


@record(eq=False)
class Member:
    """A member of an object. `also` are other spellings of its key. `missing` is the code when it is required and
    not there. `always` is what the compiler writes there whatever a spec says, though a body may lack the member."""

    shape: Shape
    required: bool = False
    also: tuple[Variant, ...] = ()
    source: str = ""
    missing: str = "API002"
    always: object = None


@record(eq=False)
class Object:
    """An object. `rest` is the shape of further members with free keys (None: an unknown key is a finding).

    `checks` see the whole object after its members. `title` names it to people: "a rich card"; of a whole body it is
    the channel's
    ("RCS"). `foreign` are keys that are known elsewhere and have no place here, each with its code and what is said
    of it.
    """

    members: Mapping[str, Member]
    title: str = ""
    rest: Shape | None = None
    checks: tuple[Check, ...] = ()
    foreign: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))


@record(eq=False)
class Anything:
    """Any JSON value: members whose meaning no page gives."""


@record(eq=False)
class OneOf:
    """Alternatives told apart by one member's value: `by` "type", cases {"reply": Object, …}.

    `by` "": told apart by the members themselves, the first name of a case that is a key. `default` is the shape when
    the member is absent or unknown (its own declaration then reports that).
    """

    by: str
    cases: Mapping[str, Object]
    default: Object

    def name_of(self, value: Mapping[str, Tree]) -> str | None:
        """The name of an object's case, as the object says it."""
        if not self.by:
            return next((name for name in self.cases if name in value), None)
        said = known(value.get(self.by))
        return said if isinstance(said, str) else None

    def case_of(self, value: Mapping[str, Tree]) -> Object:
        """The shape of an object; another form of a name stands for the current one."""
        name, declared = self.name_of(value), self.default.members.get(self.by)
        variants = declared.shape.variants if declared and isinstance(declared.shape, String) else ()
        return self.cases.get(next((one.current for one in variants if one.given == name), name or ""), self.default)


Shape = String | Number | Switch | Array | Object | Anything | OneOf
#: A check that looks at several members. It is given the value as it is in the body (or in a spec's made tree, leaves
#: being `Leaf`) and the pointer to it.
Check = Callable[[Tree, Pointer], Iterator[Fault]]


def about(*keys: str) -> Callable[[Check], Check]:
    """Marks a check that has something to say only of an object with one of these keys: others are spared the call."""
    return lambda check: _marked(check, "about", keys)


def unless(quiet: str, **named: object) -> Callable[[Check], Check]:
    """Marks a check that says nothing about a JSON value of which `quiet` is true: a cheaper test than its own.

    It is an expression of Python in which `it` is the value, whose members are all right; `named` is what it calls by
    other names. It is put in line where bodies are asked (see `sure`). An error for a key that lacks is as good as no.
    """
    return lambda check: _marked(check, "unless", (quiet, named))


def states(keywords: Mapping[str, object]) -> Callable[[Check], Check]:
    """Marks a check with what JSON Schema can say of it: keywords that are true of every value in which it finds no
    error (see `keywords`)."""
    return lambda check: _marked(check, "states", keywords)


def _marked(check: Check, name: str, value: object) -> Check:
    setattr(check, name, value)
    return check


# --- a channel -------------------------------------------------------------------------------------------

#: What a channel's builder gives: wire fragments by name ("content", "message", "from", "options"), each a made
#: tree. Absent or
#: None: the request has no such fragment.
Fragments = Mapping[str, Tree]


@record()
class Api:
    """A channel by one version of the API.

    `version` is "v1" or "v2", `name` the value of `deliverychannel` or `channel`, `body` one whole message.
    `build` turns a rung's filled content and its filled sender into fragments; `places` says where in the body the
    request template puts each fragment (a test proves that the two agree). `settings` are the wire members of the
    envelope that this channel takes (see `envelope`). `receipts` maps the language's receipt words to the wire's.
    `substitutes` are the fragments' pointers, "content/text", whose text may hold `$(name)` (v2; `*` is every element
    of a list), and `placeholders` the names that the platform itself fills in there (`$(unsubscribe)`), kept as a spec
    writes them.
    `native` maps the name of a next channel to the builder of the fragments that carry it out inside this request. It
    is given that rung's content and sender, and the content of the rung that is to carry it (None where that has an
    error), and gives None when it cannot be carried so. `read` is the way back: what one whole body of this channel
    says, in its words; a body that says nothing it knows has an empty reading. `failed` are the receipt words of which
    one comes with every failure. `profiles` are the names that other profiles of the API have for the channel.
    """

    version: str
    name: str
    body: Object
    build: Callable[[Filled, Filled | None], Fragments]
    places: Mapping[str, Pointer]
    settings: frozenset[str]
    receipts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    substitutes: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()
    native: Mapping[str, Callable[[Filled, Filled | None, Filled | None], Fragments | None]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    read: Callable[[Mapping[str, object]], Reading] | None = None
    failed: tuple[str, ...] = ("failed",)
    profiles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def called(self, profile: str) -> str:
        """The channel's name in a profile of the API."""
        return self.profiles.get(profile, self.name)

    @property
    def path(self) -> str:
        """The path that the request is POSTed to (facts §1.2)."""
        return "/resources/v1/messaging" if self.version == "v1" else "/v2/messages"


@record()
class Elsewhere:
    """Bodies of another API of the vendor's, which may be taken for a channel's: told by two of these keys."""

    keys: frozenset[str]
    says: str
    help: str


@record()
class Channel:
    """A channel: its name in specs, its words, its senders, and its APIs, the default first.

    `addresses` are the address kinds (language words) that it takes, the API's preference first; `together` whether all
    that a person has go into one destination; `addressed` are the kinds of content that go to other addresses, with
    those (where several such stand, all of theirs). `reports` are the statuses that its receipts can bring, out of
    submitted, delivered, read, clicked. `parts`: texts under the word `body` are counted in SMS parts.
    `family` is the letters of its codes. `session`: kinds of content that only answer a person within a window.
    `elsewhere` are other APIs of this channel, which take other bodies. `answers` are codes that the API answers on
    this channel alone, beside those of `channels.answers`.
    """

    name: str
    title: str
    family: str
    words: tuple[Word, ...]
    sender: tuple[Word, ...]
    addresses: tuple[str, ...]
    apis: tuple[Api, ...]
    reports: frozenset[str]
    together: bool = False
    parts: bool = False
    session: frozenset[str] = frozenset()
    addressed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    elsewhere: tuple[Elsewhere, ...] = ()
    answers: tuple[Answer, ...] = ()

    def reached_by(self, content: Iterable[str]) -> tuple[str, ...]:
        """The address kinds that a rung with these words takes, the API's preference first."""
        kinds = [kind for word in content for kind in self.addressed.get(word, ())]
        if not kinds:
            return self.addresses
        known = [kind for kind in self.addresses if kind in kinds]
        return tuple(dict.fromkeys((*known, *kinds)))

    def api(self, version: str | None = None) -> Api:
        """The API of a version, or the default one when the channel has no such version."""
        return next((api for api in self.apis if api.version == version), self.apis[0])


def later(module: str, name: str) -> Callable[..., Any]:
    """A function of a module that is imported when it is first called: what a lint has no use for."""
    return lambda *given: getattr(import_module(module), name)(*given)


__all__ = [
    "Anything",
    "Api",
    "Array",
    "Channel",
    "Check",
    "Elsewhere",
    "Fault",
    "Filled",
    "Form",
    "Fragments",
    "Limit",
    "Made",
    "Member",
    "Number",
    "Object",
    "OneOf",
    "Pointer",
    "Remark",
    "Shape",
    "Slot",
    "String",
    "Switch",
    "Takes",
    "Tree",
    "Variant",
    "Word",
    "about",
    "later",
    "states",
    "unless",
]
