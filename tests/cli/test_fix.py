"""`lint --fix`: each kind of fix mends its finding and changes nothing that is sent."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from .conftest import GOOD, Call

#: What is wrong, the code that tells it, and what `--fix` makes of it. Each stands in GOOD for the third.
MENDED = {
    "an offset of one digit": ("SYN016", "2026-11-30T14:30:00+5:30", "2026-11-30T14:30:00+05:30"),
    "a time of one digit": ("SYN015", "quiet 9:00..21:00", "quiet 09:00..21:00"),
    "single quotes": ("SYN008", "'Hello'", '"Hello"'),
    "curly quotes": ("SYN008", "“Hello”", '"Hello"'),
    "a comment of another language": ("SYN007", "// why", "# why"),
    "a colon after a name": ("SYN007", "id: ", "id "),
    "a semicolon at an end": ("SYN007", "category utility;", "category utility"),
    "a blank that is none": ("SYN002", "id\u00a0", "id "),
    "commas at the ends of lines": ("SYN017", "category utility,", "category utility"),
    "a brace on a line of its own": ("SYN019", "message m\n{", "message m {"),
    "an escape of another language": ("SYN009", "\\u0041", "\\u{0041}"),
    "a hidden character in a comment": ("SEC001", "# w\u200bhy", "# why"),
    "a hidden character in a text": ("SEC001", "Hel\u200blo", "Hel\\u{200B}lo"),
    "an override in a text": ("SEC002", "Hel\u202elo", "Hel\\u{202E}lo"),
}
SPEC = """\
sender alerts sms { id "ACME" }
message m {
  category utility
  # why
  audience rows { row { msisdn "+447700900123" } }
  delivery {
    expires 2026-11-30T14:30:00+05:30
    quiet 09:00..21:00 in "Europe/London" then hold
  }
  @allow(SMS021, "the escapes are meant")
  try sms from alerts { body TEXT }
}
"""


def spec(right: str) -> str:
    text = (
        "Hello"
        if "Hel" not in right
        else "Hel\\u{200B}lo"
        if "200B" in right
        else "Hel\\u{202E}lo"
        if "202E" in right
        else "Hello"
    )
    text = "\\u{0041}" if "0041" in right else text
    whole = SPEC.replace("TEXT", f'"{text}"')
    plain = text == "Hello" or "0041" in text
    return whole.replace('  @allow(SMS021, "the escapes are meant")\n', "") if plain else whole


@pytest.mark.parametrize("what", MENDED)
def test_a_fix_mends_its_finding_and_nothing_else(call: Call, here: Path, what: str) -> None:
    code, wrong, right = MENDED[what]
    clean = spec(right)
    assert clean.count(right) == 1
    (here / "a.send").write_bytes(clean.encode())
    assert call("lint", "--fail-on", "note", "a.send").status == 0, "the mended spec is clean"
    (here / "a.send").write_bytes(clean.replace(right, wrong).encode())
    assert code in call("lint", "--output-format", "concise", "a.send").out
    made = call("lint", "--fix", "a.send")
    assert made == (0, "no findings in 1 file\n", "sendspec: 1 file fixed\n")
    assert (here / "a.send").read_bytes().decode() == clean


def test_what_is_sent_stays_the_same(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD.replace("Hello", "Hel\u200blo"), encoding="utf-8")
    before = call("compile", "--message", "m", "a.send")
    assert before.status == 1, "a hidden character is an error"
    call("lint", "--fix", "a.send")
    assert "Hel\u200blo" in call("compile", "a.send").out


def test_diff_shows_what_fix_would_do_and_changes_nothing(call: Call, here: Path) -> None:
    wrong = GOOD.replace('"Hello"', "'Hello'")
    (here / "a.send").write_text(wrong)
    made = call("lint", "--diff", "a.send")
    assert made.status == 1
    assert "-  try sms from alerts { body 'Hello' }\n+  try sms from alerts { body \"Hello\" }\n" in made.out
    assert made.err == "sendspec: 1 file would be fixed\n"
    assert (here / "a.send").read_text() == wrong
    call("lint", "--fix", "a.send")
    assert call("lint", "--diff", "a.send") == (0, "", "")


def test_several_fixes_of_a_line_and_of_many_files_are_all_made(call: Call, here: Path) -> None:
    for name in "abc":
        (here / f"{name}.send").write_text(GOOD.replace('id "ACME"', "id: 'ACME'").replace('"Hello"', "'Hello'"))
    made = call("lint", "--fix", ".")
    assert (made.status, made.err) == (0, "sendspec: 3 files fixed\n")
    assert call("format", "--check", ".").status == 0


def test_what_no_fix_mends_is_told_and_fails(call: Call, here: Path) -> None:
    (here / "a.send").write_text(GOOD.replace('"Hello"', "'Hello'").replace("body", "bdy"))
    made = call("lint", "--fix", "a.send")
    assert (made.status, made.err) == (1, "sendspec: 1 file fixed\n")
    assert "NAM001" in made.out
    assert "SYN008" not in made.out


def test_fix_leaves_a_text_alone_that_one_of_its_own_quotes_ends(call: Call, here: Path) -> None:
    body = """"At {{ at | local("Europe/London", "HH:mm 'on' d MMM") }}\""""
    wrong = GOOD.replace('"Hello"', body).replace('"ACME"', "'ACME'")
    (here / "a.send").write_text(wrong)
    made = call("lint", "--fix", "a.send")
    assert (made.status, made.err) == (1, "sendspec: 1 file fixed\n")
    assert "SYN025" in made.out
    assert (here / "a.send").read_text() == wrong.replace("'ACME'", '"ACME"')


def test_fix_keeps_line_ends_marks_and_modes_and_leaves_fine_files_alone(call: Call, here: Path) -> None:
    fine, wrong = here / "fine.send", here / "wrong.send"
    fine.write_text(GOOD)
    os.utime(fine, (1, 1))
    text = GOOD.replace('"Hello"', "'Hello'").replace("\n", "\r\n")
    wrong.write_bytes(b"\xef\xbb\xbf" + text.encode())
    wrong.chmod(0o640)
    assert call("lint", "--fix", ".").status == 0
    assert fine.stat().st_mtime == 1
    assert wrong.read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(wrong.stat().st_mode) == 0o640
    assert sorted(path.name for path in here.iterdir()) == ["fine.send", "sendspec.toml", "wrong.send"]


def test_a_file_that_was_not_asked_for_is_not_changed(call: Call, here: Path) -> None:
    library = 'sender alerts sms { id "AC\u200bME" }\n'
    (here / "lib.send").write_text(library, encoding="utf-8")
    text = GOOD[GOOD.index("message") :].replace("from alerts", "from lib.alerts")
    (here / "a.send").write_text(f'import "lib.send" as lib\n\n{text}')
    call("lint", "--fix", "a.send")
    assert (here / "lib.send").read_text(encoding="utf-8") == library


def test_only_fixes_of_what_is_selected_are_made(call: Call, here: Path) -> None:
    wrong = GOOD.replace("message m", "# w\u200bhy\nmessage m")
    (here / "a.send").write_text(wrong, encoding="utf-8")
    call("lint", "--fix", "--ignore", "SEC001", "a.send")
    assert (here / "a.send").read_text(encoding="utf-8") == wrong
