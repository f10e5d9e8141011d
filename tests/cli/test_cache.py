"""A remembered verdict is never another than a new one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import GOOD, SENDER, Call, Outcome

import sendspec
from sendspec.cli import cache, lint_files

SPEC = """\
locales [en, de]
import "brand.send" as brand

sender alerts sms { id "ACME" }

message m {
  vars { name text(max 20) = "you" @pii }
  audience csv "people.csv" {
    msisdn <- phone
    locale <- lang else en
    name   <- name
  }
  try sms from alerts { body text.hello }
  text hello {
    en "Hello {{ name }} {{ brand.closing }}"
    de file "hallo.txt"
  }
}
"""
BRAND = 'locales [en, de]\nsnippet closing { en "Bye", de "Bis bald" }\n'
FILES = {
    "m.send": SPEC,
    "brand.send": BRAND,
    "hallo.txt": "Hallo {{ name }} {{ brand.closing }}",
    "people.csv": "phone,lang,name\n+447700900123,en,Ann\n",
    "sendspec.toml": "",
}
Lint = Callable[..., Outcome]
#: As it is outside of these tests.
TICK = cache.TICK


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the compiler is asked about, as the calls come."""
    asked: list[str] = []
    judge = lint_files.judge

    def spied(files: list[str], *view: object) -> object:
        asked.extend(files)
        return judge(files, *view)  # type: ignore[arg-type]

    monkeypatch.setattr(lint_files, "judge", spied)
    return asked


@pytest.fixture
def project(here: Path, monkeypatch: pytest.MonkeyPatch, judged: list[str]) -> Path:
    """A project whose spec depends on everything that one can, linted and remembered. Files are never too young."""
    monkeypatch.setenv("SENDSPEC_CACHE", "on")
    monkeypatch.setattr(cache, "TICK", -(1 << 62))
    for name, text in FILES.items():
        (here / name).write_text(text, encoding="utf-8")
    return here


@pytest.fixture
def lint(call: Call, project: Path, judged: list[str]) -> Lint:
    """Lints the spec. The answer must be that of a lint without the cache."""

    def made(*arguments: str) -> Outcome:
        judged.clear()
        found: Outcome = call("lint", *(arguments or ("m.send",)))
        asked = list(judged)
        assert call("lint", "--no-cache", *(arguments or ("m.send",))) == found
        judged[:] = asked
        return found

    assert made() == (0, "no findings in 1 file\n", "")
    assert judged == ["m.send"]
    assert made() == (0, "no findings in 1 file\n", "")
    assert judged == []
    return made


def entries(project: Path) -> list[Path]:
    """The verdicts on disk."""
    return [path for path in (project / cache.FOLDER).iterdir() if path.name != ".gitignore"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("m.send", SPEC.replace("{{ name }}", "{{ nam }}"), "TXT004"),
        ("brand.send", BRAND.replace("closing", "opening"), "TXT004"),
        ("hallo.txt", "Hallo {{ nam }}", "TXT004"),
        ("people.csv", "phone,lang,name\n4.47E+11,en,Ann\n", "AUD010"),
        ("sendspec.toml", '[lint]\nignore = ["X"]\n', ""),
    ],
)
def test_a_change_of_anything_that_a_spec_depends_on_is_seen(
    lint: Lint, project: Path, judged: list[str], name: str, text: str, code: str
) -> None:
    (project / name).write_text(text, encoding="utf-8")
    assert code in lint().out
    assert judged == ["m.send"]
    lint()
    assert judged == []


@pytest.mark.parametrize("name", ["brand.send", "hallo.txt", "people.csv"])
def test_a_file_that_goes_and_comes_is_seen(lint: Lint, project: Path, judged: list[str], name: str) -> None:
    (project / name).unlink()
    assert "no findings" not in lint().out
    lint()
    assert judged == []
    (project / name).write_text(FILES[name], encoding="utf-8")
    assert "no findings" in lint().out


def test_a_file_that_a_pattern_comes_to_match_is_seen(lint: Lint, project: Path, judged: list[str]) -> None:
    (project / "m.send").write_text(SPEC.replace('"people.csv"', '"people*.csv"'), encoding="utf-8")
    assert "no findings" in lint().out
    (project / "people2.csv").write_text("phone,lang,name\n4.47E+11,en,Ann\n", encoding="utf-8")
    assert "(people2.csv:2)" in lint().out
    assert judged == ["m.send"]


def test_a_nearer_project_is_seen(project: Path, process: Call) -> None:
    inner = project / "inner"
    inner.mkdir()
    (inner / "m.send").write_text(GOOD.replace('body "Hello"', 'body "Hello $(x)"'), encoding="utf-8")
    time.sleep(0.05)
    for _ in range(2):
        assert "TXT014" in process("lint", "inner/m.send", SENDSPEC_CACHE="on").out
    (inner / "sendspec.toml").write_text('[lint]\nignore = ["TXT014"]\n')
    assert "TXT014" not in process("lint", "inner/m.send", SENDSPEC_CACHE="on").out


def test_a_file_that_becomes_a_link_out_of_the_project_is_seen(lint: Lint, project: Path) -> None:
    outside = project.parent / "hallo.txt"
    outside.write_text(FILES["hallo.txt"], encoding="utf-8")
    (project / "hallo.txt").unlink()
    (project / "hallo.txt").symlink_to(outside)
    assert "outside the project" in lint().out


ALLOWED = (
    SENDER
    + 'message m {\n  audience rows { row { msisdn "+447700900123" } }\n  try sms from alerts {\n    %s\n  }\n}\n'
)


def _on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(time, "strftime", lambda form: day)


def test_only_a_verdict_that_hangs_on_the_day_ends_with_it(
    lint: Lint, project: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    text = ALLOWED % '@allow(TXT014, "as it is", until 2999-01-01)\n    body "$(x)"'
    (project / "dated.send").write_text(text, encoding="utf-8")
    call("lint", "m.send", "dated.send")
    judged.clear()
    call("lint", "m.send", "dated.send")
    assert judged == []
    _on(monkeypatch, "2999-01-02")
    call("lint", "m.send", "dated.send")
    assert judged == ["dated.send"]


def test_a_date_in_an_import_counts(
    lint: Lint, project: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = '@allow(SEC001, "as it is", until 2999-01-01)\nsnippet soft { en "a\u00adb", de "a\u00adb" }\n'
    (project / "brand.send").write_text(BRAND + allowed, encoding="utf-8")
    lint()
    _on(monkeypatch, "2999-01-02")
    lint()
    assert judged == ["m.send"]


def test_another_version_judges_anew(lint: Lint, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "__version__", "9.9.9")
    lint()
    assert judged == ["m.send"]


def test_a_verdict_names_the_file_as_the_call_does(
    lint: Lint, project: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "m.send").write_text(SPEC.replace("{{ name }}", "{{ nam }}"), encoding="utf-8")
    assert "--> m.send:" in lint().out
    monkeypatch.chdir(project.parent)
    assert f"--> {project.name}/m.send:" in lint(f"{project.name}/m.send").out
    assert f"--> {project.as_posix()}/m.send:" in lint(f"{project.as_posix()}/m.send").out


def test_format_colour_and_level_have_their_own_answers(
    lint: Lint, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "m.send").write_text(SPEC.replace("{{ name }}", "{{ nam }}"), encoding="utf-8")
    full, concise = lint().out, lint("m.send", "--output-format=concise").out
    assert len(concise.splitlines()) < len(full.splitlines())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in lint().out
    monkeypatch.delenv("FORCE_COLOR")
    assert lint().out == full


def test_the_level_that_fails_is_not_part_of_a_verdict(call: Call, project: Path, judged: list[str]) -> None:
    (project / "m.send").write_text(SPEC.replace("Hello {{", "Hello $(x) {{"), encoding="utf-8")
    assert call("lint", "m.send").status == 0
    judged.clear()
    assert call("lint", "--fail-on=note", "m.send").status == 1
    assert judged == []


@pytest.mark.parametrize("switch", ["--no-cache", "environment"])
def test_switched_off_nothing_is_read_or_written(
    lint: Lint, project: Path, call: Call, judged: list[str], monkeypatch: pytest.MonkeyPatch, switch: str
) -> None:
    before = {path: path.read_bytes() for path in entries(project)}
    if switch == "environment":
        monkeypatch.setenv("SENDSPEC_CACHE", "off")
    (project / "other.send").write_text(GOOD, encoding="utf-8")
    arguments = ["--no-cache"] if switch == "--no-cache" else []
    call("lint", *arguments, "m.send", "other.send")
    assert judged == ["m.send", "other.send"]
    assert {path: path.read_bytes() for path in entries(project)} == before


def test_an_entry_that_is_broken_in_any_way_is_no_answer(lint: Lint, project: Path, judged: list[str]) -> None:
    (project / "m.send").write_text(SPEC.replace("{{ name }}", "{{ nam }}"), encoding="utf-8")
    lint()
    spoilt = 0
    for entry in entries(project):
        good = entry.read_bytes()
        for broken in (b"", b"\n", good[:10], good[:-1], good[len(good) // 2 :], good + b"x", b"\xff" * 99,
                       good.replace(b"nam", b"mam"), good.replace(b"1 0 0 0", b"0 0 0 0")):  # fmt: skip
            if broken != good:
                entry.write_bytes(broken)
                assert "TXT004" in lint().out
                spoilt += judged == ["m.send"]
    assert spoilt >= 9


def test_a_folder_that_cannot_be_written_is_lived_with(call: Call, project: Path) -> None:
    (project / cache.FOLDER).write_text("in the way")
    for _ in range(2):
        assert call("lint", "m.send") == (0, "no findings in 1 file\n", "")


def test_a_failed_write_leaves_no_draft(lint: Lint, project: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(entries(project))

    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    (project / "other.send").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(os, "replace", full)
    assert call("lint", "other.send").status == 0
    assert set(entries(project)) == before


def test_the_folder_keeps_itself_out_of_version_control(lint: Lint, project: Path) -> None:
    assert (project / cache.FOLDER / ".gitignore").read_text() == "*\n"


def test_what_changes_while_it_is_linted_is_not_remembered(
    project: Path, call: Call, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "TICK", TICK)
    judge = lint_files.judge

    def slow(files: list[str], *view: object) -> object:
        yield from judge(files, *view)  # type: ignore[arg-type]
        (project / "people.csv").write_text("phone,lang,name\n4.47E+11,en,Ann\n", encoding="utf-8")

    time.sleep(0.05)
    with monkeypatch.context() as patch:
        patch.setattr(lint_files, "judge", lambda *arguments: list(slow(*arguments)))  # type: ignore[call-overload]
        assert "no findings" in call("lint", "m.send").out
    assert "AUD010" in call("lint", "m.send").out


def test_what_goes_while_it_is_linted_is_not_remembered_as_missing(
    project: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "TICK", TICK)
    judge = lint_files.judge
    time.sleep(0.05)
    with monkeypatch.context() as patch:

        def slow(*arguments: object) -> object:
            found = list(judge(*arguments))  # type: ignore[arg-type]
            (project / "hallo.txt").unlink()
            return found

        patch.setattr(lint_files, "judge", slow)
        assert "no findings" in call("lint", "m.send").out
    assert "hallo.txt" in call("lint", "m.send").out


def test_processes_at_once_answer_alike(project: Path) -> None:
    time.sleep(0.05)
    env = {**os.environ, "PYTHONPATH": str(Path(sendspec.__file__).parents[1]), "SENDSPEC_CACHE": "on"}
    call = [sys.executable, "-m", "sendspec", "lint", "."]
    for _ in range(3):
        running = [subprocess.Popen(call, cwd=project, env=env, stdout=subprocess.PIPE) for _ in range(4)]
        assert {process.communicate()[0] for process in running} == {b"no findings in 2 files\n"}
    assert all("." not in path.name for path in entries(project))


def test_a_large_file_is_linted_each_time(
    lint: Lint, project: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LARGEST", 100)
    (project / "people.csv").write_text("phone,lang,name\n" + "+447700900123,en,Ann\n" * 20, encoding="utf-8")
    lint()
    lint()
    assert judged == ["m.send"]
