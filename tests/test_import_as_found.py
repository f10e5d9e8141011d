"""`import` and `verify` on bodies as people write them in programs and print them in pages: nothing of their content is
lost, and what is not as it was is said. The bodies are of our own making."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sendspec.blocked import BlockedError
from sendspec.channels.verify import verify
from sendspec.diagnostic import Severity
from sendspec.importer import imported
from sendspec.source import Source

from .test_import import compiled

ANN, BOB = "+447700900101", "+447700900102"


def sms(**more: Any) -> dict[str, Any]:
    body = {"deliverychannel": "sms", "channels": {"sms": {"senderid": "ACME", "text": "Your parcel is here"}}}
    return {**body, "destination": [{"msisdn": [ANN]}], **more}


def whatsapp(**more: Any) -> dict[str, Any]:
    message = {"template": "parcel_here", "parameters": {"name": "Ann"}}
    wa = {"channels": {"OTT-Messaging": {"wa": {}}}, "destination": [{"waid": ["447700900101"]}]}
    return {"deliverychannel": "whatsapp", "appid": "a_1", "message": message, **wa, **more}


def errors(body: object) -> list[tuple[str, str | None]]:
    """The codes and places of what `verify` refuses."""
    found = verify(Source("a.json", json.dumps(body)))
    return [(each.code, each.pointer) for each in found if each.severity is Severity.ERROR]


def test_an_empty_template_beside_a_text_leaves_the_text(tmp_path: Path) -> None:
    body = sms(route="", callbackData="", message={"template": "", "parameters": {"sms.message": "x"}})
    made = imported("a.json", json.dumps(body))
    assert 'body "Your parcel is here"' in made.text
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


@pytest.mark.parametrize("name", ["WhatsApp", "WHATSAPP", "whatsap"])
def test_a_channel_that_is_almost_spelled_is_the_one_that_is_meant(name: str, tmp_path: Path) -> None:
    body = whatsapp(deliverychannel=name)
    assert errors(body) == [("API020", "/deliverychannel")]
    made = imported("a.json", json.dumps(body))
    assert made.remarks == (f'a.json: `deliverychannel` is "{name}", no channel of the API; "whatsapp" is meant',)
    assert compiled(made.text, tmp_path) == [whatsapp()]


def test_a_channel_of_the_other_version_is_not_guessed() -> None:
    body = {"channel": "whatsap", "from": "a_1", "to": [{"waid": ["447700900101"]}], "content": {}}
    with pytest.raises(BlockedError, match='"whatsap" is no channel of the API'):
        imported("a.json", json.dumps(body))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"deliverychannel": "pigeon"}, '"pigeon" is no channel of the API'),
        ({"channels": ["SMS"], "destination": [{"msisdn": ANN}]}, "it names no channel"),
        ("Hello", "it is a text"),
    ],
)
def test_a_file_without_a_body_says_why_it_has_none(body: object, why: str) -> None:
    with pytest.raises(BlockedError, match=f"a.json: no request body in it: {why}"):
        imported("a.json", json.dumps(body))


def test_a_key_of_a_destination_in_another_case_is_kept_and_told(tmp_path: Path) -> None:
    people = [{"msisdn": [ANN], "correlationId": "p-1"}, {"msisdn": [BOB], "correlationId": "p-2"}]
    body = sms(destination=people)
    assert errors(body) == [("API001", f"/destination/{at}/correlationId") for at in (0, 1)]
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ("a: `correlationId` is written `correlationid`",)
    right = [{"msisdn": [ANN], "correlationid": "p-1"}, {"msisdn": [BOB], "correlationid": "p-2"}]
    assert compiled(made.text, tmp_path) == [sms(destination=right)]


def test_a_key_is_not_taken_for_one_that_stands_beside_it() -> None:
    people = [{"msisdn": [ANN], "correlationId": "p-1", "correlationid": "p-2"}]
    made = imported("a.json", json.dumps(sms(destination=people)))
    assert "p-1" not in made.text
    assert made.remarks == ("a: compiles to something else at /destination/0/correlationId",)


def test_a_whatsapp_number_loses_its_plus_sign_and_that_is_told_without_the_number(tmp_path: Path) -> None:
    body = whatsapp(destination=[{"waid": ["+447700900101"]}])
    assert errors(body) == []
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ("a: numbers are written without their `+`",)
    assert compiled(made.text, tmp_path) == [whatsapp()]


def test_an_attachment_may_state_its_name_and_its_size(tmp_path: Path) -> None:
    file = {"url": "https://acme.example/plan.pdf", "mimeType": "application/pdf", "name": "plan.pdf", "size": "1024"}
    body = {
        "deliverychannel": "AppleBusinessChat",
        "appid": "a_1",
        "destination": [{"abcUserId": ["urn:mbid:AQAAY2wX"]}],
        "channels": {"AppleBusinessChat": {"type": "text", "text": "The plan: \ufffc", "attachments": [file]}},
    }
    assert errors(body) == []
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ()
    assert compiled(made.text, tmp_path) == [body]


def test_only_what_does_not_come_back_is_mended(tmp_path: Path) -> None:
    to = [{"msisdn": [ANN], "correlationId": ""}]
    body = {"channel": "sms", "from": "ACME", "to": to, "content": {"type": "text", "text": "Hi"}, "callbackData": ""}
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ("a: `correlationId` is empty, which is as good as absent",)
    assert compiled(made.text, tmp_path) == [{**body, "to": [{"msisdn": [ANN]}]}]


def test_empty_members_are_told_in_one_sentence() -> None:
    body = whatsapp(message={"template": "t", "parameters": {"name": ""}}, callbackData="", notifyurl="")
    told, why = imported("a.json", json.dumps(body)).remarks
    assert told == "a: `callbackData` and `notifyurl` are empty, which is as good as absent"
    assert why == "a: does not compile as it stands (name is empty; the API needs a value); run `sendspec lint` on it"


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ({"msisdn": [ANN], "correlationid": 17}, "numbers are written as texts"),
        ({"msisdn": ANN, "correlationid": "17"}, "`msisdn` is written as a list"),
        ({"msisdn": [447700900101], "correlationid": "17"}, "numbers are written as texts"),
    ],
)
def test_what_can_mean_one_thing_only_is_kept(person: dict[str, Any], said: str, tmp_path: Path) -> None:
    body = sms(destination=[person])
    assert errors(body)
    made = imported("a.json", json.dumps(body))
    assert made.remarks == (f"a: {said}",)
    assert compiled(made.text, tmp_path) == [sms(destination=[{"msisdn": [ANN], "correlationid": "17"}])]


def test_a_null_says_nothing(tmp_path: Path) -> None:
    made = imported("a.json", json.dumps(sms(destination=[{"msisdn": [ANN], "correlationid": None}])))
    assert made.remarks == ("a: `correlationid` is empty, which is as good as absent",)
    assert compiled(made.text, tmp_path) == [sms()]


def test_a_sender_loses_the_plus_sign_that_the_api_refuses(tmp_path: Path) -> None:
    content = {"type": "text", "text": "Hi"}
    body = {"channel": "sms", "from": "+447700900001", "to": [{"msisdn": [ANN]}], "content": content}
    assert errors(body) == [("API015", "/from")]
    made = imported("a.json", json.dumps(body))
    assert made.remarks == ('a: "+447700900001" is written "447700900001"',)
    assert compiled(made.text, tmp_path) == [{**body, "from": "447700900001"}]


def test_a_message_without_its_channel_is_told_by_its_content(tmp_path: Path) -> None:
    for whole, channel in ((sms(), "sms"), (whatsapp(), "whatsapp")):
        body = {key: value for key, value in whole.items() if key != "deliverychannel"}
        made = imported("a.json", json.dumps(body))
        assert made.remarks == (f'a.json: `deliverychannel` is missing; "{channel}" is meant',)
        assert compiled(made.text, tmp_path) == [whole]


def test_what_is_added_and_what_has_no_place_is_told() -> None:
    picture = {"type": "image", "image": {"url": "https://acme.example/a.jpg"}}
    wa = whatsapp(channels={"OTT-Messaging": {"wa": picture}})
    del wa["message"]
    added = "a: compiles to more than it was: /channels/OTT-Messaging/wa/image/mimeType"
    assert imported("a.json", json.dumps(wa)).remarks == (added,)
    to = [{"msisdn": [ANN], "substitutions": {"fn": "Ann", "place": "Leeds"}}]
    body = {"channel": "sms", "from": "ACME", "to": to, "content": {"type": "text", "text": "Hi $(fn)"}}
    assert imported("a.json", json.dumps(body)).remarks == (
        "a: compiles to something else at /to/0/substitutions/place",
        "a: no text has a place for `place`; values of that name are left out",
    )


PATTERN = """{
  "deliverychannel": "sms", // as a page prints it
  "destination": [{"msisdn": ["{{msisdn}}"]}],
  "channels": {"sms": {"senderid": "ACME", "text": "Hi {{name}}, see {{link_5}}"}},
}"""


def test_a_body_whose_address_is_a_placeholder_is_a_pattern() -> None:
    made = imported("a.json", PATTERN)
    assert "name text(max 50)" in made.text
    assert "body \"Hi {{ name }}, see {{ '{{' }}link_5}}\"" in made.text
    assert made.remarks == (
        "a.json: comments, and commas at ends, are left out",
        "a.json: an address is a placeholder, so `{{…}}` are read as such",
        "a: nobody is known for it; add an audience, or rows",
    )


def test_a_placeholder_for_a_value_that_is_no_text_is_read(tmp_path: Path) -> None:
    made = imported("a.json", json.dumps(sms(correlationid="@")).replace('"@"', "{{run}}"))
    assert made.remarks[0] == "a.json: `{{…}}` stand where JSON has values, so they are read as placeholders"
    assert made.remarks[1:] == ("a: `run` has no value and cannot vary; its name stands in its place",)
    assert compiled(made.text, tmp_path) == [sms(correlationid="run")]


def test_a_smart_link_is_no_placeholder_of_a_collection(tmp_path: Path) -> None:
    body = sms()
    body["channels"]["sms"]["text"] = "See {{link_5}} and {{shop}}"
    request = {"name": "One", "request": {"method": "POST", "body": {"mode": "raw", "raw": json.dumps(body)}}}
    variable = [{"key": "shop", "value": "https://acme.example"}]
    made = imported("c.json", json.dumps({"info": {"name": "C"}, "variable": variable, "item": [request]}))
    assert made.remarks == ()
    assert "{{ '{{' }}link_5}} and {{ shop }}" in made.text


def test_what_differs_in_one_of_several_bodies_is_told_of_that_one() -> None:
    def body(number: str, kind: str, text: str) -> dict[str, Any]:
        return {"channel": "sms", "from": "ACME", "to": [{"msisdn": [number]}], "content": {"type": kind, "text": text}}

    bodies = [body(ANN, "text", "Dewch, dŵr ar gael, Ann"), body(BOB, "unicode", "Dewch, dŵr ar gael, Bob")]
    made = imported("a.json", json.dumps(bodies))
    assert made.remarks == ("a: compiles to something else at /content/type",)
    assert made.text.count("message ") == 2


def test_a_message_that_does_not_compile_says_nothing_of_the_others() -> None:
    wrong = whatsapp(message={"template": "t", "parameters": {}}, appid=None)
    made = imported("a.json", json.dumps([sms(), wrong]))
    assert len([said for said in made.remarks if "does not compile" in said]) == 1
    assert all(said.startswith("a_2: ") for said in made.remarks)


def test_what_many_bodies_have_in_common_is_told_once() -> None:
    bodies = [sms(destination=[{"msisdn": [f"+4477009001{at:02}"], "correlationId": f"p-{at}"}]) for at in range(9)]
    assert imported("a.json", json.dumps(bodies)).remarks[0] == "a: `correlationId` is written `correlationid`"
    assert len([said for said in imported("a.json", json.dumps(bodies)).remarks if "is written" in said]) == 1
