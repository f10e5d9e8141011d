"""`import`: what it writes compiles back to what it was given, and it says what does not."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sendspec import importer
from sendspec.blocked import BlockedError
from sendspec.channels import channel
from sendspec.channels.declare import Slot, Takes
from sendspec.channels.said import Call, Said
from sendspec.config import Config
from sendspec.decompile.texts import UnsayableError
from sendspec.decompile.which import which
from sendspec.decompile.write import statements, value
from sendspec.diagnostic import Severity
from sendspec.importer import imported
from sendspec.pipeline import Linter, Request, job
from sendspec.source import Source
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format as in_style

from .channels.golden import PERSONAL, peopled, rungs

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "api" / "fixtures" / "valid"
ASIDE = (".gen.json", ".notes.json", ".expect.json")


def messages(path: Path) -> list[dict[str, Any]]:
    """The messages of a file, where they are objects of a channel that there is."""
    found = json.loads(path.read_text(encoding="utf-8"))
    listed = found if isinstance(found, list) else [found]
    return listed if all(isinstance(one, dict) and which(one) is not None for one in listed) else []


def files() -> list[Path]:
    found = [*(HERE / "channels").glob("*/valid/*.json"), *SHARED.glob("*.json")]
    return sorted(path for path in found if not path.name.endswith(ASIDE) and messages(path))


def goldens() -> list[tuple[str, dict[str, Any]]]:
    """The requests of every channel's golden specs, with somebody in them."""
    made = []
    for path in sorted((HERE / "channels").glob("*/golden/*.json")):
        first = rungs(path.with_suffix(".send"))
        for name, body in json.loads(path.read_text(encoding="utf-8")).items():
            if which(body) is not None and PERSONAL not in json.dumps(body):
                made.append((f"{path.parts[-3]}-{path.stem}-{name}", peopled(first[name], body)))
    return made


def linted(text: str, folder: Path) -> list[str]:
    """How severe what lint says of a spec is."""
    path = folder / "import.send"
    path.write_text(text, encoding="utf-8")
    return [each.severity.value for each in Linter(dt.date(2026, 11, 25)).lint(path, Config(folder))]


def compiled(text: str, folder: Path) -> list[Any]:
    """The messages that a spec makes, those of arrays taken apart. It lints without an error."""
    from sendspec.emit.ladder import stages

    path = folder / "import.send"
    path.write_text(text, encoding="utf-8")
    config, linter = Config(folder), Linter(dt.date(2026, 11, 25))
    found = linter.lint(path, config)
    assert [(each.code, each.message) for each in found if each.severity is Severity.ERROR] == []
    unit = linter.bind(path, config).unit
    assert unit is not None
    made: list[Any] = []
    for message in unit.messages.values():
        work = job(linter, path, message, Request(), [])
        stage, *_ = stages(work)
        lines = [line for person in work.people() for line in stage.add(person)]
        for line in (*lines, *stage.close()):
            made += line.body if isinstance(line.body, list) else [line.body]
    return made


#: Remarks about bodies in forms that some page prints and compile does not write.
OTHER_FORMS = (" is written ", "are written", "empty, which is as good as absent")
#: Remarks about what comes back as it was and is worth a look.
KEPT = ("it stays as it is",)
#: Bodies that no spec compiles to, and where it compiles to something else.
BEYOND = {
    "sms-v2-everything": "/content/text",  # a substitution without a text
    "sms-v1-list": "share one",  # two messages to two people that say the same
    "push-browser-notice-without-title": "does not compile",  # a title in browsers is written always (C58)
    "push-device-without-notice": "does not compile",  # nobody whom the notice can reach
    "push-pushid": "nobody is known",  # an address that stands in comments only (C59)
}


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_body_compiles_back_to_itself(path: Path, tmp_path: Path) -> None:
    made = imported(path.name, path.read_text(encoding="utf-8"))
    told = [said for said in made.remarks if not any(form in said for form in (*OTHER_FORMS, *KEPT))]
    if (beyond := BEYOND.get(f"{path.parts[-3]}-{path.stem}")) is not None:
        assert beyond in told[0]
    else:
        assert told == []
    if all(any(form in said for form in KEPT) for said in made.remarks):
        assert compiled(made.text, tmp_path) == messages(path)


@pytest.mark.parametrize("body", [body for _, body in goldens()], ids=[name for name, _ in goldens()])
def test_what_a_spec_compiles_to_becomes_a_spec_that_compiles_to_the_same(body: dict[str, Any], tmp_path: Path) -> None:
    made = imported("golden.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_what_is_written_is_in_the_one_style(path: Path) -> None:
    text = imported(path.name, path.read_text(encoding="utf-8")).text
    assert in_style(parse(Source("a.send", text))[0]) == text


def sms(text: str, *numbers: str, **more: Any) -> dict[str, Any]:
    people = [{"msisdn": [number]} for number in numbers or ("+447700900123",)]
    return {
        "deliverychannel": "sms",
        "destination": people,
        "channels": {"sms": {"senderid": "ACME", "text": text}},
        **more,
    }


def test_what_differs_between_bodies_becomes_a_variable_of_the_words_that_differ(tmp_path: Path) -> None:
    bodies = [sms("Hello Ann, see you soon.", "+447700900101"), sms("Hello Bob, see you soon.", "+447700900102")]
    made = imported("bodies.json", json.dumps(bodies))
    assert 'body "Hello {{ text_part }}, see you soon."' in made.text
    assert 'row { msisdn "+447700900101", text_part "Ann" }' in made.text
    assert compiled(made.text, tmp_path) == bodies


def test_bodies_that_differ_in_what_is_the_same_for_everybody_become_messages_of_their_own(tmp_path: Path) -> None:
    other = sms("Hello")
    other["channels"]["sms"]["senderid"] = "OTHER"
    made = imported("two.json", json.dumps([sms("Hello"), other]))
    assert made.text.count("message ") == 2
    assert compiled(made.text, tmp_path) == [sms("Hello"), other]


def test_each_destination_keeps_its_shape(tmp_path: Path) -> None:
    own = {"msisdn": ["+447700900104", "+447700900105"], "correlationid": "a-1"}
    body = {
        **sms("Hello"),
        "destination": [
            {"msisdn": ["+447700900101", "+447700900102"]}, {"msisdn": ["+447700900103"]}, own,
            {"msisdn": ["+447700900106"], "correlationid": "a-1"},
        ],
    }  # fmt: skip
    assert compiled(imported("a.json", json.dumps(body)).text, tmp_path) == [body]


def test_defaults_of_substitutions_stand_once(tmp_path: Path) -> None:
    body = {
        "channel": "sms", "from": "ACME", "content": {"type": "text", "text": "Dear $(name), see $(place)."},
        "substitutions": {"name": "customer", "place": "the desk"},
        "to": [{"msisdn": ["+447700900101"], "substitutions": {"name": "Ann"}}, {"msisdn": ["+447700900102"]}],
    }  # fmt: skip
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


def test_a_key_that_the_language_has_no_word_for_goes_to_wire(tmp_path: Path) -> None:
    body = sms("Hello", icmessage="true")
    body["channels"]["sms"]["newFlag"] = True
    made = imported("a.json", json.dumps(body))
    assert "wire {" in made.text
    assert compiled(made.text, tmp_path) == [body]


def test_what_is_hidden_in_a_text_is_shown(tmp_path: Path) -> None:
    body = sms("Zero\u200bwidth, filler \u115f, \ufeff mark, emoji \U0001f468\u200d\U0001f469")
    body["channels"]["sms"]["type"] = "4"
    body["\u115f"] = "\u2060"
    made = imported("a.json", json.dumps(body))
    assert "Zero\\u{200B}width" in made.text
    assert "\U0001f468\u200d\U0001f469" in made.text
    assert compiled(made.text, tmp_path) == [body]


def test_what_would_be_a_tag_is_text(tmp_path: Path) -> None:
    body = sms('Say {{ name }} and {% if %}, {# so #}, \\ " $(x)\nand a last line ')
    assert compiled(imported("a.json", json.dumps(body)).text, tmp_path) == [body]


def test_a_text_of_many_words_keeps_every_blank(tmp_path: Path) -> None:
    body = sms("word  two " * 30 + "\n  indented, and \\\\ a backslash ")
    assert compiled(imported("a.json", json.dumps(body)).text, tmp_path) == [body]


def test_texts_with_values_of_each_person_stay_messages_of_their_own(tmp_path: Path) -> None:
    def body(text: str, name: str, number: str) -> dict[str, Any]:
        to = [{"msisdn": [number], "substitutions": {"fn": name}}]
        return {"channel": "sms", "from": "ACME", "to": to, "content": {"type": "text", "text": text}}

    bodies = [body("Hi $(fn)", "Ann", "+447700900101"), body("Dear $(fn)!", "Bob", "+447700900102")]
    for content in (json.dumps(bodies), "\n".join(map(json.dumps, bodies))):
        made = imported("two.json", content)
        assert made.remarks == ()
        assert compiled(made.text, tmp_path) == bodies


INJECTED = '2026-12-01T09:00:00Z title "x" } } message evil { audience rows { row { msisdn "+447700900199" }'


def test_a_value_of_a_body_never_becomes_words_of_the_spec() -> None:
    event = {"type": "calendarEvent", "displayText": "Note", "startTime": INJECTED, "endTime": INJECTED}
    content = {"type": "text", "text": "Hello", "suggestions": [{**event, "meetingTitle": "Ferry"}]}
    rcs = {"channel": "rcs", "from": "a_1", "to": [{"msisdn": ["+447700900123"]}], "content": content}
    typed = {"type": "currency", "currency_code": INJECTED, "amount_1000": "4000", "fallback_value": "4"}
    message = {"template": "t", "parameters": {"sum": typed}}
    wa = {"deliverychannel": "whatsapp", "appid": "a", "destination": [{"waid": ["447700900123"]}], "message": message}
    wa["channels"] = {"OTT-Messaging": {"wa": {}}}
    odd = sms("Hello", **{INJECTED: {INJECTED: [{INJECTED: 1}]}})
    strange = {**wa, "message": {"template": "t", "parameters": {INJECTED: "x"}}}
    for body in (rcs, wa, odd, strange, sms("Hello", expiry=INJECTED, priority=INJECTED, route=INJECTED)):
        try:
            text = imported("a.json", json.dumps(body)).text
        except BlockedError:
            continue  # nothing is written: that is safe as well
        document, _ = parse(Source("a.send", text))
        named = [one for one in document.statements if one.head.text == "message"]
        assert len(named) == 1


@pytest.mark.parametrize("given", [INJECTED, "2026-12-01", "now", "", "2026-12-01T09:00:00Z\\n"])
def test_what_stands_without_quotes_is_an_instant_or_is_not_said(given: str) -> None:
    with pytest.raises(UnsayableError):
        value(given, Slot("from", Takes.INSTANT))
    assert value("2026-12-01T09:00:00Z", Slot("from", Takes.INSTANT)) == "2026-12-01T09:00:00Z"


@pytest.mark.parametrize("behind", [INJECTED, ("GBP } x", "40"), ("GBP", "40 } x"), (INJECTED, "4")])
def test_a_typed_value_is_an_instant_or_an_amount(behind: Any) -> None:
    said = Said("template", ("t",), block=(), assigned={"sum": Call("currency", "four", behind)})
    assert list(statements([said], channel("whatsapp").words)) == []


def test_a_body_with_comments_is_a_body(tmp_path: Path) -> None:
    made = imported("a.json", '{"a": 1, // no\n' + json.dumps(sms("Hello // you"))[1:-1] + ",}")
    assert made.remarks == ("a.json: comments, and commas at ends, are left out",)
    assert compiled(made.text, tmp_path) == [{"a": 1, **sms("Hello // you")}]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not JSON"),
        ("[]", "no request body in it"),
        ('{"a": 1}', "no request body in it"),
        ("3", "no request body in it"),
        ('{"deliverychannel": "pigeon"}', "no request body in it"),
        ("[" * 1000 + "]" * 1000, "deep"),
        ('{"deliverychannel": "sms", "text": NaN}', "not JSON"),
        ('{"deliverychannel": "sms", "text": "a \ufdd0"}', r"it holds U\+FDD0, which is no character"),
        ('{"deliverychannel": "sms", "text": "a \\uFdd1"}', r"it holds U\+FDD1, which is no character"),
    ],
)
def test_what_is_no_body_is_refused_in_one_line(content: str, said: str) -> None:
    with pytest.raises(BlockedError, match=said) as caught:
        imported("a.json", content)
    assert "\n" not in str(caught.value)


def test_any_key_and_any_list_of_objects_comes_back(tmp_path: Path) -> None:
    body = sms("Hello", extensions=[{"name": "a", "odd one": [[1, {"x": -2.5e-07}], []]}, 3, {}], big=1e23)
    body["channels"]["sms"] |= {"1 st": {"": "x"}, "item": 3, "key": "k", "a-2h": False}
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


def test_keys_in_elements_of_a_list_come_back(tmp_path: Path) -> None:
    replies = [{"type": "reply", "displayText": text, "postbackData": text} for text in ("Yes", "No")]
    replies[1]["new key"] = "x"
    content = {"type": "text", "text": "Will you come?", "suggestions": replies}
    body = {"channel": "rcs", "from": "a_1", "to": [{"msisdn": ["+447700900123"]}], "content": content}
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ()
    assert 'item 2 {\n            key "new key" "x"' in made.text
    assert compiled(made.text, tmp_path) == [body]


def test_a_list_with_an_element_of_an_unknown_kind_goes_to_wire_as_a_whole(tmp_path: Path) -> None:
    reply = {"type": "reply", "displayText": "Yes", "postbackData": "y"}
    content = {"type": "text", "text": "Will you come?", "suggestions": [reply, {"type": "newKind", "at": [1]}]}
    body = {"channel": "rcs", "from": "a_1", "to": [{"msisdn": ["+447700900123"]}], "content": content}
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ()
    assert made.text.index("wire {") < made.text.index("suggestions {")
    assert compiled(made.text, tmp_path) == [body]


def test_values_of_a_stored_template_keep_their_names(tmp_path: Path) -> None:
    people = [
        {"msisdn": ["+447700900101"], "substitutions": {"1": "Ann", "firstName": "a", "visit day": "Mon", "text": "T"}},
        {"msisdn": ["+447700900102"], "substitutions": {"1": "Bob", "firstName": "b", "visit day": "Tue", "text": "U"}},
    ]
    body = {"channel": "sms", "from": "ACME", "template": {"id": "77"}, "to": people, "substitutions": {"0": "x"}}
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ()
    assert 'key "1"         = ' in made.text
    assert compiled(made.text, tmp_path) == [body]


def test_null_comes_back_where_wire_can_say_it(tmp_path: Path) -> None:
    body = sms("Hello", new=None, correlationid=None)
    body["channels"]["sms"]["odd"] = {"1 st": None, "list": [None]}
    made = imported("odd.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


def test_what_a_free_block_cannot_say_leaves_no_husk_and_its_place_is_told() -> None:
    message = {"thread_id": "t", "message": {"text": "Hello", "extras": {"a": {"b": None}, "c": [1e300]}}}
    body = {"deliverychannel": "appmessaging", "appid": "MU1", "destination": [{"userid": ["user-1"]}]}
    made = imported("odd.json", json.dumps({**body, "channels": {"appmessaging": message}}))
    assert "wire" in made.text
    assert "extras {}" in made.text
    assert made.remarks == ("odd: compiles to something else at /channels/appmessaging/message/extras/c",)


def test_a_number_that_no_spec_can_hold_is_told() -> None:
    made = imported("odd.json", json.dumps(sms("Hello", far=1e300, near=[1e-300], here=1)))
    assert "here 1" in made.text
    assert made.remarks == ("odd: compiles to something else at /far, /near",)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Dear $(fn), see $(other).", "`$(other)` is filled by no value; it stays as it is"),
        ("Dear $(fn), $(", "`$()` is filled by no value; it stays as it is"),
    ],
)
def test_a_substitution_without_a_value_is_told(place: str, said: str) -> None:
    to = [{"msisdn": ["+447700900101"], "substitutions": {"fn": "Ann"}}]
    body = {"channel": "sms", "from": "ACME", "to": to, "content": {"type": "text", "text": place}}
    made = imported("a.json", json.dumps(body))
    assert f"a: {said}" in made.remarks


def test_a_substitution_in_the_subject_comes_back_and_is_told(tmp_path: Path) -> None:
    to = [{"email": ["ann@acme.example"], "substitutions": {"fn": "Ann"}}]
    content = {"type": "text", "subject": "For $(fn)", "text": "Dear $(fn)", "replyTo": "desk@acme.example"}
    body = {"channel": "email", "from": "desk@acme.example", "to": to, "content": content}
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ("a: `$(fn)` stands where no page says that it is filled; it stays as it is",)
    assert compiled(made.text, tmp_path) == [body]
    assert '@allow(TXT013, "as the request has it; nothing says' in made.text
    assert linted(made.text, tmp_path) == []


@pytest.mark.parametrize("subject", ["For you", "For $(other)"])
def test_nothing_is_allowed_that_lint_does_not_warn_of(subject: str, tmp_path: Path) -> None:
    to = [{"email": ["ann@acme.example"], "substitutions": {"fn": "Ann"}}]
    content = {"type": "text", "subject": subject, "text": "Dear $(fn)"}
    made = imported(
        "a.json", json.dumps({"channel": "email", "from": "desk@acme.example", "to": to, "content": content})
    )
    assert "@allow" not in made.text
    assert [severity for severity in linted(made.text, tmp_path) if severity != "note"] == []


def test_a_substitution_deep_in_a_message_is_allowed_at_its_own_line(tmp_path: Path) -> None:
    to = [{"msisdn": ["+12025550142"], "substitutions": {"fn": "Ann"}}]
    slide = {"type": "image", "messageText": "Hi $(FN)", "mediaUrl": "https://acme.example/a.png", "duration": 5}
    content = {"subject": "For $(fn)", "name": "n", "fallbacktext": "Hi $(fn)", "attachments": [slide]}
    made = imported("a.json", json.dumps({"channel": "mms", "from": "12025550100", "to": to, "content": content}))
    lines = [line.strip() for line in made.text.splitlines()]
    after = [lines[at + 1] for at, line in enumerate(lines) if line.startswith("@allow(TXT013")]
    assert after == ['subject "For $(fn)"', 'text "Hi $(FN)"']
    assert linted(made.text, tmp_path) == []


def test_a_substitution_whose_name_no_variable_can_have_gets_another(tmp_path: Path) -> None:
    def body(day: str, text: str) -> dict[str, Any]:
        to = [
            {"msisdn": ["+447700900101"], "substitutions": {day: "Mon", text: "x"}},
            {"msisdn": ["+447700900102"], "substitutions": {day: "Tue", text: "y"}},
        ]
        content = {"type": "text", "text": f"See you on $({day}), $({text})"}
        return {"channel": "sms", "from": "ACME", "to": to, "content": content}

    made = imported("a.json", json.dumps(body("visit-day", "text")))
    assert made.remarks == (
        "a: `$(visit-day)` is written `$(visit_day)`, which can be a variable's name",
        "a: `$(text)` is written `$(text_part)`, which can be a variable's name",
    )
    assert compiled(made.text, tmp_path) == [body("visit_day", "text_part")]


@pytest.mark.parametrize(
    ("bodies", "times"),
    [
        ([sms("Hello")], 1),
        ([sms("Hello", new="x")], 2),  # once more with `wire`
        ([sms("Hello Ann"), sms("Hello Bob", "+447700900124")], 1),
        ([sms("Hello"), sms("Hello", new="x")], 4),  # and all of it in the end
    ],
)
def test_a_message_is_compiled_once_or_twice(bodies: Any, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compiles: list[str] = []
    as_it_is = importer._compiled

    def counted(text: str, names: Any) -> Any:
        compiles.append(text)
        return as_it_is(text, names)

    monkeypatch.setattr(importer, "_compiled", counted)
    made = imported("a.json", json.dumps(bodies))
    assert made.remarks == ()
    assert len(compiles) == times


def test_what_differs_only_in_one_spec_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    as_it_is = importer._compiled

    def clashing(text: str, names: Any) -> Any:
        made = as_it_is(text, names)
        return {**made, "a_2": "the name is taken"} if len(names) > 1 else made

    monkeypatch.setattr(importer, "_compiled", clashing)
    made = imported("a.json", json.dumps([sms("Hello"), sms("Hello", new="x")]))
    assert made.remarks == ("a_2: does not compile as it stands (the name is taken); run `sendspec lint` on it",)


def test_why_something_does_not_compile_is_told() -> None:
    bare = {"deliverychannel": "voice", "destination": [{"msisdn": ["+447700900123"]}], "channels": {"voice": {"x": 1}}}
    made = imported("a.json", json.dumps(bare))
    assert made.remarks == ("a: does not compile as it stands (the rung has no content); run `sendspec lint` on it",)


def test_a_variable_that_somebody_lacks_is_named() -> None:
    body = {
        "channel": "sms",
        "from": "ACME",
        "to": [{"msisdn": ["+447700900101"], "substitutions": {"fn": "Ann"}}, {"msisdn": ["+447700900102"]}],
        "contentType": "text",
        "content": {"type": "text", "text": "Hello $(fn)"},
    }
    made = imported("lack.json", json.dumps(body))
    assert "lack: not everybody has a value for `fn`; add it to the rows, or give it a default" in made.remarks
    assert not any("nobody is known" in said for said in made.remarks)
