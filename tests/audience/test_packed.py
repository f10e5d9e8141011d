"""Files of people that are packed with gzip."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest

from sendspec.audience.cells import table
from sendspec.audience.place import BrokenError

PLAIN = b"a,b\n" + b"".join(b"%d,%d\n" % (n, n * 7919 % 10007) for n in range(30_000))


def read(path: Path, data: bytes, kind: str = "csv") -> list[list[str]]:
    path.write_bytes(data)
    with table(path, kind, None, None) as source:
        return [list(cells) for _, cells, _ in source.rows]


def test_a_packed_file_gives_the_rows_of_the_plain_one(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv.gz", gzip.compress(PLAIN)) == read(tmp_path / "a.csv", PLAIN)
    assert read(tmp_path / "a.jsonl.gz", gzip.compress(b'{"a": 1}\n'), "jsonl") == [["1"]]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (gzip.compress(PLAIN)[:-2000], "the gzip file ends in the middle"),
        (PLAIN, "the file is named .gz but is not gzip"),
        (gzip.compress(PLAIN)[:-8] + bytes(8), "the gzip file is damaged"),
        (gzip.compress(PLAIN)[:40_000] + b"\xff" * 40 + gzip.compress(PLAIN)[40_040:], "the gzip file is damaged"),
        (gzip.compress(PLAIN) + b"and more", "the gzip file is damaged"),
    ],
    ids=["truncated", "plain", "checksum", "overwritten", "followed by something else"],
)
def test_damage_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(BrokenError) as error:
        read(tmp_path / "a.csv.gz", data)
    assert (error.value.code, error.value.message) == ("AUD004", told)


def test_bytes_that_are_no_text_are_told_by_their_place_in_the_unpacked_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenError, match=r"line 3, byte 22 \(0xE9\)"):
        read(tmp_path / "a.csv.gz", gzip.compress(b"phone,name\n1,Ann\n2,Ren\xe9\n"))


def test_a_packed_file_is_read_in_constant_memory(tmp_path: Path) -> None:
    peaks = []
    for times in (1, 4):
        (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"a,b\n" + PLAIN[4:] * times))
        tracemalloc.start()
        with table(tmp_path / "a.csv.gz", "csv", None, None) as source:
            assert sum(1 for _ in source.rows) == 30_000 * times
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
