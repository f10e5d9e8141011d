"""Every limit of e-mail, from both sides, and what its members have to be together."""

from __future__ import annotations

from typing import Any

import pytest

from sendspec.channels.check import check
from sendspec.channels.declare import Fault
from sendspec.channels.email import CHANNEL
from sendspec.channels.filled import Leaf, Made
from sendspec.diagnostic import Severity
from sendspec.source import Source, Span
from sendspec.values.bounds import Bounds, Extent

BODY: dict[str, Any] = {"channel": "email", "from": "pier@ferry.example", "to": [{"email": ["m.reid@post.example"]}]}


def faults(content: object, **members: object) -> list[Fault]:
    body = {**BODY, "content": content, **members}
    return list(check(CHANNEL.api().body, body))


def found(content: object, **members: object) -> dict[str, Severity]:
    return {fault.code: fault.severity for fault in faults(content, **members)}


def text(**members: object) -> dict[str, object]:
    return {"type": "text", "subject": "Your sailing", "text": "Pier 2", **members}


def html(source: str, **members: object) -> dict[str, object]:
    return {"type": "html", "subject": "Your sailing", "html": source, **members}


def attached(**members: object) -> dict[str, object]:
    return {"mimetype": "image/png", "name": "map.png", "mediaUrl": "https://cdn.ferry.example/map.png", **members}


@pytest.mark.parametrize(
    ("code", "severity", "within", "beyond"),
    [
        ("EML001", Severity.WARNING, html("x" * 350_000), html("x" * 350_001)),
        ("EML001", Severity.ERROR, html("é" * 175_000), html("é" * 256_001)),
        ("EML001", Severity.WARNING, html("x"), html("é" * 256_000)),
        ("EML002", Severity.NOTE, text(subject="x" * 78), text(subject="x" * 79)),
        ("EML002", Severity.ERROR, text(subject="x" * 78), text(subject="x" * 999)),
        ("EML004", Severity.WARNING, text(html=""), text(html="<p>")),
        ("EML005", Severity.ERROR, text(text="a\nb"), text(subject="a\nb")),
        ("EML014", Severity.WARNING, text(text="x" * 7_200_000), text(text="x" * 7_400_000)),
        ("EML014", Severity.ERROR, text(text="x" * 7_200_000), text(text="x" * 29_300_000)),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "value", "content"),
)  # fmt: skip
def test_a_limit_holds_from_both_sides(code: str, severity: Severity, within: object, beyond: object) -> None:
    assert code not in found(within)
    assert found(beyond)[code] is severity


def test_html_may_be_missing_beside_a_text_with_attachments_only() -> None:
    whole = {"type": "html", "subject": "Your ticket", "text": "Attached", "attachments": [attached()]}
    assert found(whole) == {"EML003": Severity.NOTE}
    for key in ("text", "attachments"):
        assert found({name: value for name, value in whole.items() if name != key}) == {"EML003": Severity.ERROR}


def test_an_inline_image_and_its_attachment_name_one_another() -> None:
    shown = '<img src="cid:map" alt="map">'
    assert found(html(shown, attachments=[attached(cid="map")])) == {}
    assert found(html(shown, attachments=[attached()])) == {"EML007": Severity.WARNING}
    assert found(html(shown, attachments=[attached(cid="pier")])) == {
        "EML007": Severity.WARNING,
        "EML008": Severity.WARNING,
    }


def test_an_image_whose_cid_hangs_on_the_person_is_left_alone() -> None:
    assert found(html('<img src="cid:map">', attachments=[attached(cid=leaf("cid"))])) == {}


@pytest.mark.parametrize(
    ("outline", "told"),
    [
        ('<p>\0</p><img src="cid:map">', []),
        ('<p>\0</p><img src="cid:mop">', ["EML007", "EML008"]),
        ("<p>\0</p>", ["EML008"]),
        ('<a href="\0">Pay</a>', ["EML008"]),
        ('\0<img src="cid:map">\0', []),
        ('<img src="cid:\0">', []),
        ('<img src="cid:mop\0">', []),
        ('<img src="\0">', []),
        ("<img src='https://a.example/\0.png'>", []),
        ('<p style="background:url(\0)">', []),
        ('<img src="cid:mop"><img src="\0">', ["EML007"]),
        ("", []),
    ],
)
def test_of_html_that_hangs_on_the_person_only_what_is_certain_is_told(outline: str, told: list[str]) -> None:
    personal = Leaf("html", Source("a.send", ""), Span(0, 0), None, object(), html=True, outline=outline)
    assert sorted(found({**html(""), "html": personal, "attachments": [attached(cid="map")]})) == told


@pytest.mark.parametrize(
    ("source", "shared", "own", "told"),
    [
        ('<img src="cid:$(x)">', {"x": "map"}, [{}], []),
        ('<img src="cid:$(x)">', {"x": "map"}, [{"x": "pier"}], ["EML008"]),
        ('<img src="cid:$(x)">', {}, [{"x": "pier"}, {"x": "map"}], []),
        ('<img src="cid:$(x)">', {}, [{"x": "pier"}, {"x": "quay"}], ["EML008"]),
        ('<img src="cid:$(x)$(y)">', {"x": "m"}, [{"y": "ap"}], []),
        ('<img src="cid:$(x)$(y)">', {"x": "m"}, [{"y": "apple"}], ["EML008"]),
        ("<img src=cid:m$(x)>", {"x": "ap"}, [{}], []),
        ('<p style="background:url(cid:$(x))">', {"x": "map"}, [{}], []),
        ('<img src="$(x):map">', {"x": "cid"}, [{}], []),
        ("$(x)", {"x": "<img src='cid:map'>"}, [{}], []),
        ("$(x)", {"x": "<img src='CID:map'>"}, [{}], []),
        ("$(x)", {"x": "map"}, [{}], ["EML008"]),
        ("<p>Dear $(x)</p>", {}, [{"x": "Ann"}], ["EML008"]),
        ("<p>Dear $(x)</p>", {}, [{"x": "Ann"}, {}], ["API042"]),
        ("<p>Dear $(x)</p>", {}, [{}], ["API042"]),
        ('<a href="$(unsubscribe)">Stop</a>', {}, [{}], ["EML008"]),
        ("$(x)", {"x": "a $(y)", "y": "<img src='cid:map'>"}, [{}], ["EML008"]),
    ],
)
def test_the_values_of_a_body_show_what_they_say(
    source: str, shared: dict[str, str], own: list[dict[str, str]], told: list[str]
) -> None:
    people = [{"email": [f"m.reid{number}@post.example"], "substitutions": each} for number, each in enumerate(own)]
    content = html(source, attachments=[attached(cid="map")])
    assert sorted(found(content, substitutions=shared, to=people)) == told


def test_a_whole_cid_beside_a_substitution_needs_its_attachment() -> None:
    given = {"substitutions": {"x": "map"}}
    assert found(html("$(x)<img src='cid:pier'>"), **given) == {"EML007": Severity.WARNING}


def test_an_unused_cid_of_a_body_is_told_at_the_cid() -> None:
    content = html("<p>Dear $(x)</p>", attachments=[attached(), attached(cid="map")])
    (fault,) = faults(content, substitutions={"x": "Ann"})
    assert (fault.code, fault.at) == ("EML008", ("content", "attachments", 1, "cid"))


def test_the_subject_of_an_unsubscribing_mail_needs_its_address() -> None:
    address = {"unsubscribeEmailAddress": "stop@ferry.example"}
    assert found(text(), options={"unsubscribeEmailSubject": "stop"}) == {"EML009": Severity.WARNING}
    assert found(text(), options={"unsubscribeEmailSubject": "stop", **address}) == {}


def test_opens_are_reported_by_html_only() -> None:
    assert found(text(), options={"trackOpens": True}) == {"EML011": Severity.WARNING}
    assert found(html("<p>"), options={"trackOpens": True}) == {}


def test_one_mail_for_all_holds_nothing_personal() -> None:
    personal = leaf("text")
    content = Made(None, type="text", subject="Your sailing", text=personal)
    assert found(content) == {}
    (fault,) = faults(content, multipleToRecipients=True)
    assert (fault.code, fault.severity, fault.origin) == ("EML012", Severity.ERROR, personal)
    two = [{"email": ["m.reid@post.example"], "substitutions": {"a": "1"}}, {"email": ["j.reid@post.example"]}]
    assert found(text(), multipleToRecipients=True, to=two) == {"EML012": Severity.WARNING}
    assert found(text(), multipleToRecipients=True, to=two[1:]) == {}


def test_the_platforms_own_link_needs_no_value_and_another_does() -> None:
    assert found(html('<a href="$(unsubscribe)">stop</a>')) == {}
    assert found(html("<p>$(pier)</p>")) == {"API042": Severity.WARNING}
    assert found(html("<p>$(pier)</p>"), substitutions={"pier": "2"}) == {}


def leaf(name: str) -> Leaf:
    extent = Extent(1, 30)
    return Leaf(name, Source("a.send", ""), Span(0, 0), None, "a template", Bounds(extent, extent, extent, extent))
