"""Specs in memory: bound through a loader that is a dictionary, and what was found told by the text that it marks."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

import pytest

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.model.bind import Binder, Bound
from sendspec.model.loader import Found, Missing
from sendspec.model.nodes import Message, Unit

SENDERS = """sender alerts sms { id "ACME" }
sender chat rcs { app "a_160000000000000002" }
sender mail email { address "hello@acme.example" }
sender talk whatsapp { app "a_160000000000000003" }
"""
ROWS = '  audience rows { row { msisdn "+447700900123", email "ann@example.com", waid "447700900123" } }\n'
SMS = '  try sms from alerts { body "Hello" }\n'


class Shelf:
    """Files by path; nothing above the shelf is part of the project."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = files

    def load(self, importer: str, path: str) -> Found | Missing:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))
        if name.startswith(".."):
            return Missing("outside", "lies outside the project")
        if name not in self.files:
            return Missing("absent", "does not exist")
        data = self.files[name]
        return Found(name, data.encode() if isinstance(data, str) else data)


class Desk:
    """Binds texts. What is found is told as `CODE marked text`."""

    senders, rows, sms = SENDERS, ROWS, SMS

    def bind(
        self, text: str, files: Mapping[str, str | bytes] | None = None, versions: Mapping[str, str] | None = None
    ) -> Bound:
        shelf = {"a.send": text, **(files or {})}
        return Binder(Shelf(shelf), versions or {}).bind("a.send", text.encode())

    def unit(self, text: str, files: Mapping[str, str | bytes] | None = None, **versions: str) -> Unit:
        """The unit of a text without errors."""
        bound = self.bind(text, files, versions)
        errors = [self.told(found) for found in bound.findings if found.severity is Severity.ERROR]
        assert bound.unit is not None
        assert errors == []
        return bound.unit

    def message(self, inside: str, head: str = "", rows: str = ROWS, **versions: str) -> Message:
        """The one message of a spec without errors, given by what stands inside it."""
        return self.unit(self.spec(inside, head, rows), None, **versions).messages["m"]

    def spec(self, inside: str, head: str = "", rows: str = ROWS) -> str:
        return f"{head}{SENDERS}message m {{\n{rows}{inside}\n}}\n"

    def findings(self, inside: str, head: str = "", rows: str = ROWS, **versions: str) -> tuple[Diagnostic, ...]:
        return self.bind(self.spec(inside, head, rows), None, versions).findings

    def found(self, inside: str, head: str = "", rows: str = ROWS, **versions: str) -> list[str]:
        """What is found in a message, told."""
        return [self.told(found) for found in self.findings(inside, head, rows, **versions)]

    def in_file(self, text: str, files: Mapping[str, str | bytes] | None = None) -> list[str]:
        """What is found in a whole file, told."""
        return [self.told(found) for found in self.bind(text, files).findings]

    def helped(self, inside: str, head: str = "", rows: str = ROWS) -> list[str | None]:
        """The help lines of what is found in a message."""
        return [found.help for found in self.findings(inside, head, rows)]

    @staticmethod
    def told(found: Diagnostic) -> str:
        return f"{found.code} {found.source.text[found.span.start : found.span.end]}"


@pytest.fixture
def desk() -> Desk:
    return Desk()
