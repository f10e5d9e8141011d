"""Folders, plans and files: all of it or none, and the same bytes whatever surrounds the compile."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sendspec.audience.nodes import Tally
from sendspec.blocked import BlockedError
from sendspec.emit.write import stream, write
from sendspec.record import replace
from sendspec.schemas import validate


def ladder(toy: Any) -> Any:
    """A message of four rungs, the second carried out inside the first."""
    return toy.message(
        toy.rung({"text": "Hello {{ name }}"}, 1, "v2"),
        toy.rung({"text": "inside"}, 2, native=True, trigger=toy.trigger()),
        toy.rung({"text": "Hi {{ name }}"}, 3, trigger=toy.trigger(1200, "delivered")),
        toy.rung({"text": "Hi"}, 4, trigger=toy.trigger(), left_out=("receipts",)),
        quiet=toy.quiet("Europe/London", False),
        expiry=toy.expiry(after=86400),
    )


def test_the_plan_and_the_lines_keep_their_schemas(toy: Any) -> None:
    made = toy.compile(ladder(toy), toy.people("Ann", "Bob"), tps=2)
    plan = made.pop("plan.json")
    assert validate("plan", plan) is None
    assert list(made) == ["rung-1.ndjson", "rung-3.ndjson", "rung-4.ndjson"]
    for lines in made.values():
        for line in lines:
            assert validate("line", line) is None


def test_the_plan_tells_each_rung(toy: Any) -> None:
    plan = toy.compile(ladder(toy), toy.people("Ann", "Bob"))["plan.json"]
    assert [rung["strategy"] for rung in plan["rungs"]] == ["substitutions", None, "array", "shared"]
    assert [rung["waits_for"] for rung in plan["rungs"]] == [[], [1], [1, 2], [3]]
    assert [rung["inside"] for rung in plan["rungs"]] == [None, 1, None, None]
    assert plan["rungs"][2]["trigger"] == {"on": "failed", "after_seconds": 1200, "unless": "delivered"}
    assert plan["rungs"][3]["left_out"] == ["receipts"]
    assert plan["quiet"] == {
        "from": "21:00:00",
        "to": "08:00:00",
        "zone": {"name": "Europe/London"},
        "then": "hold",
    }
    assert plan["expires"] == {"after_seconds": 86400}


def test_the_plan_knows_the_hash_of_each_file(toy: Any) -> None:
    plan = toy.compile(ladder(toy), toy.people("Ann"))["plan.json"]
    for rung in plan["rungs"]:
        if rung["file"]:
            data = (toy.root / "out" / "visit" / rung["file"]).read_bytes()
            assert rung["sha256"] == hashlib.sha256(data).hexdigest()


def test_lines_are_compact_and_keep_characters(toy: Any) -> None:
    toy.lines(toy.rung({"text": "dŵr 🧑 {{ name }}"}), toy.people("a"))
    data = (toy.root / "out" / "visit" / "rung-1.ndjson").read_bytes()
    assert data.startswith(b'{"rung":1,"path":"/resources/v1/messaging","body":{"deliverychannel":"toy"')
    assert "dŵr 🧑 a".encode() in data
    assert data.endswith(b"}\n")


def test_a_rung_that_reaches_nobody_has_an_empty_file(toy: Any) -> None:
    made = toy.compile(toy.message(toy.rung({"text": "Hello"})), [toy.person(0, addresses={"email": "a@b.example"})])
    assert made["rung-1.ndjson"] == []
    assert made["plan.json"]["rungs"][0]["without_address"] == 1


def test_the_stream_gives_the_lines_rung_by_rung(toy: Any) -> None:
    job = toy.job(ladder(toy), toy.people(*"abc"), tps=2)
    lines = [json.loads(line) for line in stream([job])]
    assert [line["rung"] for line in lines] == [1, 1, 3, 3, 4, 4]


def test_an_earlier_compile_is_replaced_whole(toy: Any) -> None:
    toy.compile(ladder(toy), toy.people("a"))
    made = toy.compile(toy.message(toy.rung({"text": "new"})), toy.people("a"))
    assert sorted(made) == ["plan.json", "rung-1.ndjson"]
    assert made["rung-1.ndjson"][0]["body"]["channels"]["toy"]["text"] == "new"
    assert [entry.name for entry in (toy.root / "out").iterdir()] == ["visit"]


def test_a_folder_that_holds_more_than_ours_is_left_alone(toy: Any) -> None:
    toy.compile(ladder(toy), toy.people("a"))
    (toy.root / "out" / "visit" / "journal.ndjson").write_text("sent")
    before = snapshot(toy.root)
    with pytest.raises(BlockedError, match=r"`journal\.ndjson` in it was not written by compile"):
        toy.compile(toy.message(toy.rung({"text": "new"})), toy.people("a"))
    assert snapshot(toy.root) == before


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else b"" for path in root.rglob("*")}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError("too many rejects")])
def test_nothing_half_written_stays_when_the_people_end_in_an_error(toy: Any, stop: Any) -> None:
    toy.compile(ladder(toy), toy.people("a"))
    before = snapshot(toy.root)

    def people() -> Iterator[Any]:
        yield from toy.people(*map(str, range(50)))
        raise stop

    job = replace(toy.job(ladder(toy), [], tps=2), people=people)
    with pytest.raises((KeyboardInterrupt, RuntimeError)):
        write([job], toy.root / "out")
    assert snapshot(toy.root) == before
    with pytest.raises((KeyboardInterrupt, RuntimeError)):
        write([job], toy.root / "new" / "deep")
    assert snapshot(toy.root) == before


def test_when_the_second_message_fails_the_first_does_not_stay(toy: Any) -> None:
    good = toy.job(toy.message(toy.rung({"text": "Hello"}), name="good"), toy.people("a"))
    bad = toy.job(toy.message(toy.rung({"text": "{{ name }}"}), name="bad"), toy.people("x" * 99))
    with pytest.raises(Exception, match="row 0"):
        write([good, bad], toy.root / "out")
    assert snapshot(toy.root) == {}


def test_two_messages_of_one_name_are_told(toy: Any) -> None:
    job = toy.job(toy.message(toy.rung({"text": "Hello"})), toy.people("a"))
    with pytest.raises(BlockedError, match="two messages are called `visit`"):
        write([job, job], toy.root / "out")


@pytest.mark.parametrize("at", ["out", "out/visit"])
def test_a_file_in_the_way_is_told_and_stays(toy: Any, at: str) -> None:
    blocked = toy.root / at
    blocked.parent.mkdir(exist_ok=True)
    blocked.write_text("mine")
    with pytest.raises(BlockedError, match="file"):
        toy.lines(toy.rung({"text": "Hello"}), toy.people("a"))
    assert blocked.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(toy: Any) -> None:
    (toy.root / "out").mkdir(mode=0o500)
    with pytest.raises(BlockedError, match="there is no permission to write it"):
        toy.lines(toy.rung({"text": "Hello"}), toy.people("a"))


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is a POSIX one")
def test_a_full_disk_is_one_line_and_leaves_nothing(toy: Any) -> None:
    import resource
    import signal

    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(BlockedError, match="the file grows larger than the system allows"):
            toy.lines(toy.rung({"text": "Hello {{ name }}"}), toy.people(*map(str, range(3000))))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert snapshot(toy.root) == {}


def test_later_rungs_hold_everybody_with_an_address(toy: Any) -> None:
    made = toy.compile(ladder(toy), toy.people("a", "b"))
    assert all(made[f"rung-{number}.ndjson"][0]["rows"] == [0, 1] for number in (1, 3, 4))


PROGRAM = """
import importlib.util, pathlib, sys
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
toy = made.Toy(pathlib.Path(sys.argv[2]))
toy.variables |= {"at": made.Type(made.Kind.DATETIME), "vip": made.Type(made.Kind.TEXT, most=9)}
text = "{{ name }} {{ at | local('Europe/London', 'd MMM HH:mm') }} {{ vip }} $(x)"
rungs = (toy.rung({"text": text}, version="v2", settings={"correlationId": "c-{{ vip }}"}),
         toy.rung({"text": "{{ name }}", "title": "{{ vip }}"}, 2), toy.rung({"text": "Hi"}, 2, beside=True))
at = toy.instant("2026-11-30T14:30Z")
people = [toy.person(row, name=f"n{row % 7}", vip=f"v{row % 3}", at=at) for row in range(40)]
toy.compile(toy.message(*rungs), people, tps=6)
"""


def test_the_bytes_hang_on_no_hash_seed_locale_or_time_zone(toy: Any, tmp_path: Path) -> None:
    seen = []
    for number, (seed, zone, locale) in enumerate(
        [("0", "UTC", "C.UTF-8"), ("4711", "Asia/Kolkata", "C"), ("7", "America/New_York", "POSIX")]
    ):
        root = tmp_path / str(number)
        root.mkdir()
        surrounding = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        made = Path(__file__).with_name("conftest.py")
        subprocess.run([sys.executable, "-c", PROGRAM, str(made), str(root)], check=True, env=surrounding)
        seen.append(snapshot(root))
    assert seen[0]
    assert seen[0] == seen[1] == seen[2]


def test_memory_does_not_grow_with_the_people(toy: Any) -> None:
    import tracemalloc

    def peak(count: int) -> int:
        people = (toy.person(row, name=f"n{row}") for row in range(count))
        message = toy.message(toy.rung({"text": "Hi {{ name }}"}), toy.rung({"text": "{{ name }}"}, 2, "v2"))
        tally = Tally(rows=count, people=count)
        job = replace(toy.job(message, [], tps=50), people=lambda: people, tally=lambda: tally)
        tracemalloc.start()
        write([job], toy.root / "out")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(200)
    assert peak(6000) < 1.3 * peak(1500)
