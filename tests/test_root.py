"""Which folder is a project's root, and which file holds its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendspec.project import config_for
from sendspec.root import find_root


@pytest.mark.parametrize("head", ["[tool.sendspec]", "[tool.sendspec.api]", "  [tool.sendspec.env.test]"])
def test_a_pyproject_with_our_table_is_the_root(tmp_path: Path, head: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"{head}\n")
    (tmp_path / "specs").mkdir()
    assert find_root(str(tmp_path / "specs")) == (str(tmp_path), str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize("head", ["[tool.sendspec-other]\na = 1", "[project]\nname = 'a'"])
def test_a_pyproject_of_others_is_none(tmp_path: Path, head: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"{head}\n")
    (tmp_path / ".git").mkdir()
    assert find_root(str(tmp_path)) == (str(tmp_path), None)


def test_a_text_that_only_looks_like_our_table_gives_no_settings(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\ndescription = """\n[tool.sendspec]\n"""\n')
    assert config_for(tmp_path).profile == "current"


def test_our_own_file_wins_over_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sendspec.api]\nsms = "v2"\n')
    (tmp_path / "sendspec.toml").write_text('[api]\nsms = "v1"\n')
    assert config_for(tmp_path).versions == {"sms": "v1"}
