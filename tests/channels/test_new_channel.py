"""Adding a channel touches one folder: a toy channel in a copy of the package is linted, compiled and verified."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sendspec import channels

TOY = Path(__file__).parent / "toy"
PACKAGE = Path(channels.__file__).parent.parent
SPEC = """
sender loft pigeon { loft "north" }
message visit {
  vars { first_name text(max 8) }
  audience rows { row { customerid "c-1", first_name "Ann" } }
  try pigeon from loft { ring "Come, {{ first_name }}" }
}
"""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with one folder more."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, root / "sendspec", ignore=shutil.ignore_patterns("__pycache__"))
    grammar = PACKAGE.parent.parent / "grammar"
    if grammar.is_dir():
        shutil.copytree(grammar, root / "sendspec" / "grammar", dirs_exist_ok=True)
    folder = root / "sendspec" / "channels" / "pigeon"
    folder.mkdir()
    shutil.copy(TOY / "__init__.py.txt", folder / "__init__.py")
    shutil.copy(TOY / "request.json.j2", folder)
    (root / "work" / ".git").mkdir(parents=True)
    env = {**os.environ, "PYTHONPATH": str(root), "SENDSPEC_CACHE": "off"}
    subprocess.run([sys.executable, "-m", "sendspec.channels.schema"], env=env, cwd=root, check=True, timeout=120)
    assert (folder / "request.schema.json").is_file()
    return root


def _run(copied: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(copied), "SENDSPEC_CACHE": "off"}
    command = [sys.executable, "-m", "sendspec", *arguments]
    return subprocess.run(
        command, env=env, cwd=copied / "work", capture_output=True, text=True, timeout=120, check=False
    )


def test_a_spec_over_the_new_channel_is_linted_and_compiled(copied: Path) -> None:
    (copied / "work" / "visit.send").write_text(SPEC)
    assert _run(copied, "lint", "visit.send").stdout == "no findings in 1 file\n"
    done = _run(copied, "compile", "visit.send")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["body"] == {
        "deliverychannel": "pigeon",
        "destination": [{"customerid": ["c-1"]}],
        "channels": {"pigeon": {"loft": "north", "ring": "Come, Ann"}},
    }


def test_its_limit_is_told_in_a_spec_and_in_a_body(copied: Path) -> None:
    (copied / "work" / "long.send").write_text(SPEC.replace("Come, ", "Come to the loft, "))
    done = _run(copied, "lint", "--output-format", "json", "long.send")
    assert [(one["code"], one["message"]) for one in json.loads(done.stdout)] == [
        ("PIG001", "ring is up to 26 characters; Pigeon takes 20")
    ]
    body = {
        "deliverychannel": "pigeon",
        "destination": [{"customerid": ["c-1"]}],
        "channels": {"pigeon": {"loft": "north", "ring": "x" * 21}},
    }
    (copied / "work" / "body.json").write_text(json.dumps(body))
    done = _run(copied, "verify", "--output-format", "json", "body.json")
    assert [(one["code"], one["pointer"]) for one in json.loads(done.stdout)] == [("PIG001", "/channels/pigeon/ring")]


@pytest.mark.parametrize("name", channels.names())
def test_a_channel_has_golden_requests(name: str) -> None:
    goldens = list((Path(__file__).parent / name / "golden").glob("*"))
    assert goldens, f"tests/channels/{name}/golden holds no request"
