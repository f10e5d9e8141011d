"""What always holds, over the whole pipeline: for specs cut and mixed up, bytes of any kind, and any surrounding."""

from __future__ import annotations

import datetime as dt
import faulthandler
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendspec.channels.verify import verify
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.emit.failure import RefusedError
from sendspec.emit.write import stream
from sendspec.pipeline import Linter, Request, job, verify_bytes
from sendspec.project import config_for
from sendspec.source import Source
from sendspec.syntax.decode import decode
from sendspec.syntax.parse import parse
from sendspec.syntax.print import format

ROOT = Path(__file__).parent.parent
SPECS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "specs").rglob("*.send"))]
TOKEN = re.compile(r'"""|"[^"\n]*"|[\w.:+-]+|\s+|.', re.DOTALL)
PIECES = [
    *'{}()[]"@#,|=-+\\\'<>:;', '"""', "{{", "}}", "{%", "%}", "##", "..", "<-", "$(", "\r\n", "\r", "\t", "\0",
    "\ufeff", "\u202e", "\u200b", "\U0001f600", "é", "9" * 60, "{% if x %}", "{% endif %}", "2026-02-30", "25:00",
    "1e5", "0x", "text.", ".", "else", "try", "and", "file", "yes", "import", "message", "@allow(", "a" * 3000,
]  # fmt: skip
BYTES = st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
TODAY = dt.date(2026, 9, 1)
EXAMPLES = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(autouse=True)
def watched() -> Iterator[None]:
    """A hang is told with the place where it hangs."""
    faulthandler.dump_traceback_later(300, exit=True, file=2)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a mixed-up spec is put: beside it stands all that the specs name."""
    root = tmp_path_factory.mktemp("project")
    (root / "sendspec.toml").write_text("")
    shutil.copytree(ROOT / "specs" / "lib", root / "lib")
    for folder in (*(ROOT / "specs").rglob("data"), *(ROOT / "specs").rglob("mail")):
        shutil.copytree(folder, root / "any" / folder.name, dirs_exist_ok=True)
    return root / "any" / "mixed.send"


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """One of the specs, edited in one to six places."""
    tokens = TOKEN.findall(draw(st.sampled_from(SPECS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(tokens) - 1)))
        match draw(st.sampled_from(["cut", "end", "twice", "swap", "piece", "other", "word"])):
            case "cut":
                del tokens[at : at + draw(st.integers(1, 12))]
            case "end":
                del tokens[at:]
            case "twice":
                tokens[at:at] = tokens[at : at + draw(st.integers(1, 12))]
            case "swap":
                other = draw(st.integers(0, max(0, len(tokens) - 1)))
                if tokens:
                    tokens[at], tokens[other] = tokens[other], tokens[at]
            case "piece":
                tokens[at : at + draw(st.integers(0, 1))] = [draw(st.sampled_from(PIECES))]
            case "other":
                tokens[at:at] = tokens[draw(st.integers(0, max(0, len(tokens) - 1))) :][:1]
            case _:
                tokens[at : at + 1] = [draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=4))]
    return "".join(tokens)


def whole(found: tuple[Diagnostic, ...]) -> bool:
    """Whether every finding marks a place of its own source."""
    places = [(each.source, each.span) for each in found]
    places += [(label.source, label.span) for each in found for label in each.related]
    return all(0 <= span.start <= span.end <= len(source.text) for source, span in places)


def errors(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [each for each in found if each.severity is Severity.ERROR]


@EXAMPLES
@given(text=mixed())
def test_no_spec_makes_lint_raise_and_what_lint_passes_is_compiled_into_bodies_that_verify_passes(
    spec: Path, text: str
) -> None:
    spec.write_bytes(text.encode())
    linter = Linter(TODAY)
    found = linter.lint(spec)
    assert whole(found)
    if errors(found):
        return
    unit = linter.bind(spec, config_for(spec)).unit
    assert unit is not None
    try:
        jobs = [job(linter, spec, each, Request(), []) for each in unit.messages.values() if each.audience]
        lines = [json.loads(line) for line in stream(jobs)]
    except RefusedError:  # by what only the people's own values show
        return
    if "API060" not in [each.code for each in found]:  # what `wire` adds is not ours to judge
        assert [each.message for line in lines for each in errors(verify(Source("b", json.dumps(line["body"]))))] == []


@EXAMPLES
@given(data=BYTES)
def test_no_bytes_make_lint_or_verify_raise(spec: Path, data: bytes) -> None:
    spec.write_bytes(data)
    assert whole(Linter(TODAY).lint(spec))
    assert whole(verify_bytes("body.json", data))


@EXAMPLES
@given(text=mixed())
def test_a_spec_that_can_be_read_is_formatted_once_and_for_all(text: str) -> None:
    source = decode("a.send", text.encode())
    if isinstance(source, Diagnostic):
        return
    document, found = parse(source)
    if errors(found):
        return
    once = format(document)
    again, found = parse(Source("a.send", once))
    assert errors(found) == []
    assert format(again) == once


@EXAMPLES
@given(text=mixed())
def test_the_style_is_no_matter_of_meaning(spec: Path, text: str) -> None:
    source = decode("a.send", text.encode())
    if isinstance(source, Diagnostic) or errors(parse(source)[1]):
        return
    spec.write_bytes(text.encode())
    before = sorted((each.code, each.message) for each in Linter(TODAY).lint(spec))
    spec.write_bytes(format(parse(source)[0]).encode())
    after = sorted((each.code, each.message) for each in Linter(TODAY).lint(spec))
    kept = [each for each in before if each[0] != "SYN016"]  # a form that the formatter mends
    assert after == kept


@EXAMPLES
@given(data=BYTES)
def test_no_file_of_recipients_makes_lint_raise(spec: Path, data: bytes) -> None:
    text = """sender alerts sms { id "ACME" }
message m {
  vars { name text(max 20) = "you" }
  audience KIND "people" { msisdn <- phone as phone(GB), name <- name, ignore [x], exclude KIND "people" by msisdn }
  try sms from alerts { body "Hello {{ name }}" }
}
"""
    for kind in ("csv", "jsonl"):
        (spec.parent / "people").write_bytes((b"phone,name,x\n" if kind == "csv" else b"") + data)
        spec.write_text(text.replace("KIND", kind))
        assert whole(Linter(TODAY).lint(spec))


#: Surroundings that must not be seen in anything that is written.
SURROUNDINGS: list[dict[str, str]] = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Kathmandu", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "POSIX", "TZ": "Pacific/Apia"},
]


def run(surrounding: dict[str, str], folder: Path, *arguments: str) -> bytes:
    environment = {**os.environ, "SENDSPEC_CACHE": "off", **surrounding}
    done = subprocess.run(
        [sys.executable, "-m", "sendspec", *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    return done.stdout


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the specs, and one that is wrong in many ways."""
    root = tmp_path_factory.mktemp("surroundings")
    (root / "sendspec.toml").write_text("[api]\ntps = 2\n")
    shutil.copytree(ROOT / "specs", root / "specs")
    text = (ROOT / "specs" / "visits" / "appointment_reminder.send").read_text(encoding="utf-8")
    wrong = re.sub(r"\b(body|title|text|max)\b", r"\1x", text).replace("{{ ", "{{ Ŵx")
    (root / "specs" / "visits" / "wrong.send").write_text(wrong, encoding="utf-8")
    return root


@pytest.mark.parametrize("kind", ["full", "json", "sarif"])
def test_findings_are_the_same_in_any_surrounding(project: Path, kind: str) -> None:
    arguments = ("lint", "--output-format", kind, "specs/visits")
    screen = {"PYTHONIOENCODING": "utf-8"} if kind == "full" else {}  # a screen of ASCII cannot show all of it
    first, *others = [run(each | screen, project, *arguments) for each in SURROUNDINGS]
    assert len(first) > 1000
    assert all(other == first for other in others)


def test_what_is_compiled_is_the_same_in_any_surrounding_and_from_any_folder(project: Path, tmp_path: Path) -> None:
    calls: list[tuple[Path, str]] = [
        (project, "specs/visits/appointment_reminder.send"),
        (project / "specs", "visits/appointment_reminder.send"),
        (project / "specs" / "shop", "../visits/appointment_reminder.send"),
        (tmp_path, str(project / "specs" / "visits" / "appointment_reminder.send")),
    ]
    made: list[dict[str, bytes]] = []
    for number, (surrounding, (folder, path)) in enumerate(zip(SURROUNDINGS, calls, strict=True)):
        out = tmp_path / str(number)
        run(surrounding, folder, "compile", path, "-o", str(out))
        made.append(tree(out))
    assert {"appointment_reminder/plan.json", "appointment_reminder/rung-1.ndjson"} <= made[0].keys()
    assert all(other == made[0] for other in made[1:])
    plan: Any = json.loads(made[0]["appointment_reminder/plan.json"])
    assert plan["spec"]["path"] == "visits/appointment_reminder.send"
    assert plan["spec"]["path"] in plan["spec"]["files"]


def test_the_stream_is_the_same_in_any_surrounding(project: Path) -> None:
    first, *others = [run(each, project, "compile", "specs/shop", "specs/bank") for each in SURROUNDINGS]
    assert first.count(b"\n") > 2
    assert all(other == first for other in others)
