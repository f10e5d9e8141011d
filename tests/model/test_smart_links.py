"""A smart link of `track` is a name in the message's texts, written as the rung's version of the API refers to it."""

from __future__ import annotations

import pytest

from sendspec.channels.filled import Leaf
from sendspec.model.bind import Binder
from sendspec.model.loader import Found, Missing

SPEC = b"""
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  track { smartlinks { link "5" validity 30 } }
  try sms from alerts { body "See {{ link_5 }}" }
}
"""


class _Nothing:
    def load(self, importer: str, path: str) -> Found | Missing:
        return Missing("absent", "does not exist")


@pytest.mark.parametrize(("version", "sent"), [("v1", "See {{link_5}}"), ("v2", "See {{smartlink_5}}")])
def test_a_text_names_a_smart_link(version: str, sent: str) -> None:
    unit, found = Binder(_Nothing(), {"sms": version}).bind("a.send", SPEC)
    assert found == ()
    assert unit is not None
    (filled,) = unit.messages["visit"].rungs[0].contents.values()
    body = filled.text("body")
    assert isinstance(body, Leaf)
    assert body.value == sent


def test_a_link_that_is_not_declared_is_unknown() -> None:
    _, found = Binder(_Nothing(), {}).bind("a.send", SPEC.replace(b"link_5", b"link_6"))
    assert [(one.code, one.help) for one in found] == [("TXT004", "did you mean `link_5`?")]
