"""`import` of Postman collections: requests become messages, placeholders variables, and keys stay where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sendspec.importer import imported

from .test_import import compiled, sms

COLLECTION = {
    "info": {"name": "Reminders", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
    "variable": [{"key": "firstName", "value": "Ann"}, {"key": "phone", "value": "+447700900101"}],
    "item": [
        {
            "name": "SMS",
            "item": [
                {
                    "name": "Visit reminder",
                    "request": {
                        "method": "POST",
                        "header": [{"key": "key", "value": "a-very-secret-key"}],
                        "body": {"mode": "raw", "raw": json.dumps(sms("Hello {{firstName}}", "{{phone}}"))},
                    },
                },
                {"name": "Not ours", "request": {"method": "POST", "body": {"mode": "raw", "raw": '{"a": 1}'}}},
                {"name": "No body", "request": {"method": "GET"}},
            ],
        }
    ],
}


def test_each_request_of_a_postman_collection_becomes_a_message(tmp_path: Path) -> None:
    made = imported("reminders.json", json.dumps(COLLECTION))
    assert "message visit_reminder {" in made.text
    assert 'body "Hello {{ first_name }}"' in made.text
    assert "secret" not in made.text
    assert made.remarks == ("Not ours: no message, it names no channel; passed over",)
    assert compiled(made.text, tmp_path) == [sms("Hello Ann", "+447700900101")]


def collected(*requests: tuple[str, dict[str, Any]], **more: Any) -> str:
    """A collection as people publish them: folders, a URL in either form, authorization, saved answers."""
    url = {"raw": "{{base}}/resources/v1/messaging", "host": ["{{base}}"], "path": ["resources", "v1", "messaging"]}
    auth = {"type": "apikey", "apikey": [{"key": "value", "value": "a-very-secret-key", "type": "string"}]}
    items = [
        {
            "name": name,
            "event": [{"listen": "test", "script": {"exec": ["pm.test('x')"]}}],
            "request": {
                "auth": auth,
                "method": "POST",
                "header": [],
                "url": url if at % 2 else url["raw"],
                "body": body,
            },
            "response": [{"name": "saved", "originalRequest": {"body": body}, "body": "{}"}],
        }
        for at, (name, body) in enumerate(requests)
    ]
    inner = {"name": "Inner", "variable": [{"key": "brand", "value": "ACME"}], "item": items}
    return json.dumps({**COLLECTION, "item": [{"name": "Outer", "item": [inner]}], **more})


def raw(text: str) -> dict[str, Any]:
    return {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}


COMMENTED = """{ // "sent" to everybody
  "deliverychannel": "sms", /* mandatory, "quoted */
  "destination": [{ "msisdn": ["{{phone}}"] }],
  "correlationid": {{run}}, "seconds": {{seconds}},
  "channels": { "sms": { "senderid": "{{brand}}", "text": "See https://acme.example/a, }", }, },
}"""


def test_a_collection_is_read_as_people_publish_it(tmp_path: Path) -> None:
    variables = [
        {"key": "phone", "value": "+44{{rest}}"}, {"key": "rest", "value": "7700900101"},
        {"key": "seconds", "value": 30}, {"key": "run", "value": "a-1"},
        {"key": "brand", "value": "of the collection", "disabled": True},
    ]  # fmt: skip
    made = imported("a.json", collected(("One", raw(COMMENTED)), variable=variables))
    assert made.remarks == ()
    assert "secret" not in made.text
    expected = sms("See https://acme.example/a, }", "+447700900101", correlationid="a-1", seconds=30)
    assert compiled(made.text, tmp_path) == [expected]
    assert made.text.count("message ") == 1


def test_a_collection_that_postman_wrapped_is_one_too(tmp_path: Path) -> None:
    wrapped = json.dumps({"collection": json.loads(collected(("Grüße", raw(json.dumps(sms("Hallo"))))))})
    made = imported("a.json", wrapped)
    assert "message grüße {" in made.text
    assert compiled(made.text, tmp_path) == [sms("Hallo")]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "b"}]}, "its body is a form, no JSON"),
        ({"mode": "formdata", "formdata": []}, "its body is a form, no JSON"),
        ({"mode": "file", "file": {"src": "a.json"}}, "its body is a file, no JSON"),
        ({**raw("{}"), "disabled": True}, "its body is switched off"),
        (raw(" "), "its body is empty"),
        (raw("<xml/>"), "its body is no JSON (`<` stands here; expected a value)"),
        (raw("{{body}}"), "no message, it is a text"),
    ],
)
def test_what_of_a_collection_is_passed_over_is_told(body: dict[str, Any], why: str) -> None:
    made = imported("a.json", collected(("Good", raw(json.dumps(sms("Hello")))), ("Other", body)))
    assert made.remarks == (f"Other: {why}; passed over",)


def test_placeholders_that_are_alike_stay_apart() -> None:
    text = imported("a.json", collected(("One", raw(json.dumps(sms("{{first_name}}, {{firstName}}")))))).text
    assert 'body "{{ first_name }}, {{ first_name_2 }}"' in text


def test_requests_whose_texts_differ_around_placeholders_are_imported_one_by_one() -> None:
    def item(text: str) -> dict[str, Any]:
        return {"name": "Text", "request": {"body": {"mode": "raw", "raw": json.dumps(sms(text))}}}

    text = imported("a.json", json.dumps({**COLLECTION, "item": [item("Hi {{unknown}}"), item("Yo")]})).text
    assert 'body "Hi {{ unknown }}"' in text
    assert 'body "Yo"' in text


def test_a_placeholder_without_a_value_is_a_variable_that_waits_for_people() -> None:
    collection = {**COLLECTION, "variable": []}
    made = imported("reminders.json", json.dumps(collection))
    assert "audience" not in made.text
    assert "first_name" in made.text
    assert "visit_reminder: nobody is known for it; add an audience, or rows" in made.remarks


def test_a_placeholder_where_nothing_can_vary_is_its_value_or_else_its_name() -> None:
    raw = json.dumps({**sms("Hello", "{{phone}}"), "channels": {"sms": {"senderid": "{{from}}", "text": "Hello"}}})
    request = {"method": "POST", "body": {"mode": "raw", "raw": raw}}
    collection = {**COLLECTION, "item": [{"name": "One", "request": request}]}
    made = imported("a.json", json.dumps(collection))
    assert 'sms { id "from" }' in made.text
    assert "one: `from` has no value and cannot vary; its name stands in its place" in made.remarks
    known = {**collection, "variable": [*COLLECTION["variable"], {"key": "from", "value": "ACME"}]}
    made = imported("a.json", json.dumps(known))
    assert 'sms { id "ACME" }' in made.text
    assert made.remarks == ()
