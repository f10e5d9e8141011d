"""The one option of the tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """CI never rewrites a golden file; a person does, and reads the difference."""
    parser.addoption("--rewrite-goldens", action="store_true", help="write the golden files anew")
