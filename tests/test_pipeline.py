"""The passes in order over files on disk: where a project begins, what its settings say, and what a spec hangs on."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from sendspec.blocked import BlockedError
from sendspec.disk import Disk
from sendspec.emit.write import stream
from sendspec.model.loader import Found, Missing
from sendspec.pipeline import Linter, Request, job, within
from sendspec.project import config_for

TODAY = dt.date(2026, 9, 1)
SENDER = 'sender alerts sms { id "ACME" }\n'
SPEC = """import "../lib/brand.send" as brand
message m {
  vars { name text(max 9) }
  audience csv "people.csv" { msisdn <- phone, vars <- same }
  try sms from brand.alerts { body file "hello.txt" }
}
"""
FILES = {
    "sendspec.toml": "",
    "lib/brand.send": SENDER,
    "visits/a.send": SPEC,
    "visits/people.csv": "phone,name\n+447700900123,Ann\n",
    "visits/hello.txt": "Hello {{ name }}",
}


def lay(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def told(root: Path, name: str = "visits/a.send") -> list[str]:
    return [
        f"{found.code} {found.source.text[found.span.start : found.span.end]}"
        for found in Linter(TODAY).lint(root / name)
    ]


def test_a_spec_with_all_that_it_names_is_clean(tmp_path: Path) -> None:
    assert told(lay(tmp_path, FILES)) == []


def test_a_spec_hangs_on_every_file_that_it_names_there_or_not(tmp_path: Path) -> None:
    root = lay(tmp_path, {**FILES, "lib/brand.send": 'import "more.send" as more\n' + SENDER})
    linter = Linter(TODAY)
    spec = root / "visits/a.send"
    linter.lint(spec)
    found = {Path(path).relative_to(root).as_posix() for path in linter.depends(spec, config_for(spec))}
    assert found == {"visits/a.send", "lib/brand.send", "lib/more.send", "visits/hello.txt", "visits/people.csv"}


def test_the_sources_of_a_plan_are_named_from_the_root_wherever_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay(tmp_path, FILES)
    made = []
    for folder, name in (
        (root, "visits/a.send"),
        (root / "lib", "../visits/a.send"),
        (Path("/"), str(root / "visits/a.send")),
    ):
        monkeypatch.chdir(folder)
        linter, spec = Linter(TODAY), Path(name)
        bound = linter.bind(spec, config_for(spec))
        assert bound.unit is not None
        made.append(job(linter, spec, bound.unit.messages["m"], Request(), []))
    assert {each.path for each in made} == {"visits/a.send"}
    assert all(dict(each.sources) == dict(made[0].sources) for each in made)
    assert set(made[0].sources) == {"visits/a.send", "lib/brand.send", "visits/hello.txt"}


def test_a_file_that_several_specs_import_is_read_once_a_run(tmp_path: Path) -> None:
    root = lay(tmp_path, {**FILES, "visits/b.send": SPEC})
    linter = Linter(TODAY)
    first, second = (
        linter.bind(root / "visits" / name, config_for(root / "visits" / name)) for name in ("a.send", "b.send")
    )
    assert first.unit is not None
    assert second.unit is not None
    assert first.unit.imports["brand"] is second.unit.imports["brand"]


def test_another_audience_is_read_by_the_same_mapping(tmp_path: Path) -> None:
    root = lay(tmp_path, {**FILES, "other.csv": "phone,name\n+447700900456,Bob\n"})
    linter, spec = Linter(TODAY, root / "other.csv"), root / "visits/a.send"
    unit = linter.bind(spec, config_for(spec)).unit
    assert unit is not None
    assert linter.lint(spec) == ()
    (line,) = stream([job(linter, spec, unit.messages["m"], Request(root / "other.csv"), [])])
    assert b"+447700900456" in line
    assert b"Hello Bob" in line


def test_what_follows_from_a_wrong_mapping_is_not_told(tmp_path: Path) -> None:
    wrong = SPEC.replace("msisdn <- phone", "msidn <- phone")
    assert told(lay(tmp_path, {**FILES, "visits/a.send": wrong})) == ["NAM001 msidn"]


def test_what_follows_from_a_wrong_variable_is_not_told(tmp_path: Path) -> None:
    wrong = SPEC.replace("name text(max 9)", "name txet(max 9)")
    assert told(lay(tmp_path, {**FILES, "visits/a.send": wrong})) == ["VAR001 txet"]


@pytest.mark.parametrize(
    "audience",
    [
        'csv "p.csv" { email <- email, name <- name }',
        'csv "p.csv" { vars <- same }',
        'rows { row { email "ann@example.com", name "Ann" } }',
    ],
)
def test_a_variable_with_the_name_of_an_address_is_both(tmp_path: Path, audience: str) -> None:
    text = f"""sender mail email {{ address "hello@acme.example" }}
message m {{
  vars {{ email email @pii, name text(max 9) }}
  audience {audience}
  try email from mail {{ subject "Hi", text "{{{{ name }}}} at {{{{ email }}}}" }}
}}
"""
    spec = lay(tmp_path, {"sendspec.toml": "", "a.send": text, "p.csv": "email,name\nann@example.com,Ann\n"}) / "a.send"
    linter = Linter(TODAY)
    assert linter.lint(spec) == ()
    unit = linter.bind(spec, config_for(spec)).unit
    assert unit is not None
    (line,) = [json.loads(each) for each in stream([job(linter, spec, unit.messages["m"], Request(), [])])]
    (entry,) = line["body"]["to"]
    assert entry == {"email": ["ann@example.com"], "substitutions": {"name": "Ann", "email": "ann@example.com"}}


def test_a_cell_that_is_neither_address_nor_value_is_told_once(tmp_path: Path) -> None:
    text = """sender mail email { address "hello@acme.example" }
message m {
  vars { email email @pii }
  audience csv "p.csv" { vars <- same }
  try email from mail { subject "Hi", text "{{ email }}" }
}
"""
    found = told(lay(tmp_path, {"sendspec.toml": "", "a.send": text, "p.csv": "email\nann\n"}), "a.send")
    assert [each[:6] for each in found] == ["AUD009"]


LADDER = """sender alerts sms { id "ACME" }
sender mail email { address "hello@acme.example" }
message m {
  audience csv "p.csv" { KIND <- a, MORE }
  try sms from alerts { body "x" }
  else on failed try email from mail { subject "Hi", text "x" }
}
"""


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("msisdn", ["LAD006 warning else on failed try email from mail"]),
        ("email", ["LAD006 warning try sms from alerts"]),
        ("waid", ["LAD006 error try sms from alerts"]),
        ("msisd", ["NAM001 error msisd"]),
    ],
)
def test_a_rung_that_reaches_nobody_is_a_warning_and_a_ladder_that_does_is_an_error(
    tmp_path: Path, kind: str, found: list[str]
) -> None:
    text = LADDER.replace("KIND", kind).replace("MORE", "ignore [b]")
    values = {"msisdn": "+447700900123", "email": "ann@example.com", "waid": "447700900123"}
    root = lay(tmp_path, {"sendspec.toml": "", "a.send": text, "p.csv": f"a,b\n{values.get(kind, 'x')},1\n"})
    lint = Linter(TODAY).lint(root / "a.send")
    assert [
        f"{each.code} {each.severity.value} {each.source.text[each.span.start : each.span.end]}" for each in lint
    ] == found


def test_a_wrong_row_does_not_hide_the_next(tmp_path: Path) -> None:
    spec = f"""{SENDER}message m {{
  vars {{ name text(max 3) }}
  audience rows {{
    row {{ msisdn "+447700900123", nmae "Ann" }}
    row {{ msisdn "+447700900124", name "Annabel" }}
  }}
  try sms from alerts {{ body "Hi {{{{ name }}}}" }}
}}
"""
    found = told(lay(tmp_path, {"sendspec.toml": "", "a.send": spec}), "a.send")
    assert [each[:6] for each in found] == ["NAM001", "AUD009"]
    assert found[0] == "NAM001 nmae"


def test_a_spec_that_is_no_text_is_one_finding(tmp_path: Path) -> None:
    found = Linter(TODAY).lint(lay(tmp_path, {"sendspec.toml": "", "a.send": b"\xff\xfe\x00\xd8"}) / "a.send")
    assert len(found) == 1
    assert found[0].code.startswith("SYN")


def test_a_spec_that_is_not_there_is_a_broken_surrounding(tmp_path: Path) -> None:
    with pytest.raises(BlockedError, match=r"a\.send"):
        Linter(TODAY).lint(tmp_path / "a.send")


# --- files -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("../../secret.txt", "outside"),
        ("/etc/passwd", "outside"),
        ("link.txt", "outside"),
        ("nothing.txt", "absent"),
        ("", "absent"),
        ("a\0b", "absent"),
        ("folder", "unreadable"),
        ("pipe", "unreadable"),
        ("a.send/b", "unreadable"),
    ],
)
def test_a_file_is_read_inside_the_root_only_and_never_waited_for(tmp_path: Path, named: str, reason: str) -> None:
    root = lay(tmp_path / "project", {"specs/a.send": "", "specs/folder/x": ""})
    (tmp_path / "secret.txt").write_text("secret")
    (root / "specs/link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(root / "specs/pipe")
    found = Disk(root).load((root / "specs/a.send").as_posix(), named)
    assert isinstance(found, Missing)
    assert found.reason == reason
    assert "secret" not in found.message


def test_a_file_beside_the_spec_is_read_as_bytes(tmp_path: Path) -> None:
    root = lay(tmp_path, {"specs/a.send": "", "x.txt": b"\xef\xbb\xbfa\r\n"})
    found = Disk(root).load((root / "specs/a.send").as_posix(), "../x.txt")
    assert isinstance(found, Found)
    assert found.data == b"\xef\xbb\xbfa\r\n"
    assert found.path == (root / "x.txt").as_posix()


@pytest.mark.parametrize("named", ["../mail/helo.html", "../mail/Hello.html", "../mail/hello.htm"])
def test_a_misspelt_file_is_answered_with_the_one_that_is_there(tmp_path: Path, named: str) -> None:
    root = lay(tmp_path, {"specs/a.send": "", "mail/hello.html": ""})
    found = Disk(root).load((root / "specs/a.send").as_posix(), named)
    assert isinstance(found, Missing)
    assert found.help == "did you mean `../mail/hello.html`?"


def test_a_project_behind_a_link_is_one_project(tmp_path: Path) -> None:
    root = lay(tmp_path / "real", FILES)
    (tmp_path / "linked").symlink_to(root)
    assert told(tmp_path / "linked") == []
    spec = tmp_path / "linked/visits/a.send"
    assert within(spec, config_for(spec)) == "visits/a.send"


# --- settings --------------------------------------------------------------------------------------------


def settings(root: Path, text: str, name: str = "sendspec.toml") -> Path:
    return lay(root, {name: text, "specs/a.send": SENDER}) / "specs/a.send"


def test_settings_are_read_from_the_nearest_folder_upward(tmp_path: Path) -> None:
    lay(tmp_path, {"sendspec.toml": "[api]\ntps = 1\n", "deep/er/a.send": "", "deep/sendspec.toml": "[api]\ntps = 2\n"})
    assert config_for(tmp_path / "deep/er/a.send").tps == 2
    assert config_for(tmp_path / "deep/er").root == str(tmp_path / "deep")


@pytest.mark.parametrize("name", ["sendspec.toml", "pyproject.toml"])
def test_settings_stand_in_a_file_of_their_own_or_with_those_of_other_tools(tmp_path: Path, name: str) -> None:
    under = "tool.sendspec." if name == "pyproject.toml" else ""
    text = f"""[{under}api]
profile = "introduction"
sms = "v2"
tps = 50
[{under}lint]
ignore = ["SMS020"]
[{under}env.test]
host = "api.example.com"
service = "s1"
key_env = "SENDSPEC_KEY"
tps = 5
"""
    config = config_for(settings(tmp_path, text, name))
    assert (config.root, config.profile, dict(config.versions), config.tps) == (
        str(tmp_path),
        "introduction",
        {"sms": "v2"},
        50,
    )
    assert config.ignore == ("SMS020",)
    (environment,) = config.environments
    assert (environment.name, environment.host, environment.key_env, environment.tps) == (
        "test", "api.example.com", "SENDSPEC_KEY", 5,
    )  # fmt: skip


def test_a_file_of_other_tools_without_our_table_is_no_project(tmp_path: Path) -> None:
    lay(tmp_path, {".git/HEAD": "", "deep/pyproject.toml": "[tool.sendspec-other]\nx = 1\n", "deep/a.send": ""})
    assert config_for(tmp_path / "deep/a.send").root == str(tmp_path)


def test_our_words_in_a_text_of_other_tools_are_no_settings(tmp_path: Path) -> None:
    text = 'description = """\n[tool.sendspec]\n"""\n'
    assert config_for(settings(tmp_path, text, "pyproject.toml")).profile == "current"


@pytest.mark.parametrize(
    ("text", "said", "help"),
    [
        ("[api\n", "sendspec.toml: ", None),
        ("[apy]\n", "`apy` is no setting", "did you mean `api`?"),
        ("zzz = 1\n", "`zzz` is no setting", "the file takes api, lint, env"),
        ('[api]\nsm = "v2"\n', "`api.sm` is no setting", "did you mean `sms`?"),
        ('[api]\nsms = "v3"\n', "`api.sms` is 'v3'; expected 'v1' or 'v2'", None),
        ("[api]\nsms = 2\n", "`api.sms` is 2; expected 'v1' or 'v2'", None),
        ('[api]\nprofile = "old"\n', "`api.profile` is 'old'", None),
        ("[api]\ntps = 0\n", "`api.tps` is 0; expected a whole number from 1", None),
        ("[api]\ntps = true\n", "`api.tps` is True", None),
        ("api = 1\n", "`api` is no table", "write `[api]`"),
        ('[lint]\nignore = "SMS020"\n', "`lint.ignore` is no list of codes", None),
        ("[env]\ntest = 1\n", "`env.test` is no table", None),
        ('[env.test]\nkey_env = "s3cr3t-k3y"\n', "`env.test.key_env` is not the name of an environment variable", None),
        ('[env.test]\nhost = "https://x.example/a"\n', "`env.test.host` is not a host name", None),
        ('[env.test]\nkey = "s3cr3t-k3y"\n', "`env.test.key` is no setting", None),
    ],
)
def test_a_setting_that_cannot_be_what_was_meant_is_named_with_its_file(
    tmp_path: Path, text: str, said: str, help: str | None
) -> None:
    with pytest.raises(BlockedError) as blocked:
        config_for(settings(tmp_path, text))
    message = str(blocked.value)
    assert said in message
    assert message.startswith("sendspec.toml: ")
    assert "s3cr3t" not in message
    assert "\n" not in message
    assert help is None or blocked.value.help == help


def test_settings_that_are_no_text_are_named(tmp_path: Path) -> None:
    lay(tmp_path, {"sendspec.toml": b"\xff\xfe", "a.send": ""})
    with pytest.raises(BlockedError, match="not UTF-8 at byte 0"):
        config_for(tmp_path / "a.send")


MAIL = """sender mail email {{ address "hello@acme.example" }}
message m {{
  category marketing
  vars {{ name text(max 9), tz timezone = "Europe/London" }}
  audience rows {{ row {{ email "ann@acme.example" }} }}
  delivery {{ {quiet} }}
  try {rung} {{
    subject "Hello"
    text "Hello {{{{ name | default('you') }}}}"
    unsubscribe url "https://acme.example/u"
  }}
}}
"""
QUIET, RUNG = "quiet 21:00..08:00 in tz then hold", "email from mail"


@pytest.mark.parametrize(
    ("quiet", "rung", "found"),
    [
        (QUIET, RUNG, []),
        (QUIET, "mail from mail", ["NAM010 mail"]),
        (QUIET, "email from mial", ["NAM003 mial"]),
        ('quiet 21:00..08:00 in "Europe/Lodnon" then hold', RUNG, ['TIM001 "Europe/Lodnon"']),
        ("quiet 21:00..08:00 tz then hold", RUNG, ["NAM002 tz"]),
        ("quiet 21:00..08:00 in tz hold", RUNG, ["NAM002 hold"]),
        ("quite 21:00..08:00 in tz then hold", RUNG, ["NAM001 quite"]),
        ("quiet 21:00 in tz then hold", RUNG, ["NAM002 21:00"]),
        ("", RUNG, ["TIM003 category marketing", "NAM005 tz"]),
    ],
)
def test_nothing_is_told_that_only_follows_from_a_line_that_could_not_be_read(
    tmp_path: Path, quiet: str, rung: str, found: list[str]
) -> None:
    assert told(lay(tmp_path, {"a.send": MAIL.format(quiet=quiet, rung=rung)}), "a.send") == found
