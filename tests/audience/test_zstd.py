"""Files of people that are packed with zstd, which an extra reads."""

from __future__ import annotations

import sys
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sendspec.audience.cells import table
from sendspec.audience.place import BrokenError
from sendspec.audience.report import sample
from sendspec.diagnostic import Severity

if TYPE_CHECKING:
    Spec = Any

zstandard = pytest.importorskip("zstandard")
PLAIN = b"a,b\n" + b"".join(b"%d,%d\n" % (n, n * 7919 % 10007) for n in range(30_000))


def pack(data: bytes, **parameters: Any) -> bytes:
    packed: bytes = zstandard.ZstdCompressor(write_checksum=True, **parameters).compress(data)
    return packed


def read(path: Path, data: bytes, kind: str = "csv") -> list[list[str]]:
    path.write_bytes(data)
    with table(path, kind, None, None) as source:
        return [list(cells) for _, cells, _ in source.rows]


def test_a_packed_file_gives_the_rows_of_the_plain_one(tmp_path: Path) -> None:
    plain = read(tmp_path / "a.csv", PLAIN)
    assert read(tmp_path / "a.csv.zst", pack(PLAIN)) == plain
    skippable = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    frames = pack(PLAIN[:100_000]) + skippable + pack(PLAIN[100_000:])
    assert read(tmp_path / "a.csv.zst", frames) == plain
    assert read(tmp_path / "a.csv.zst", skippable + pack(PLAIN)) == plain
    assert read(tmp_path / "a.jsonl.ZST", pack(b'{"a": 1}\n'), "jsonl") == [["1"]]


def _overwritten() -> bytes:
    packed = bytearray(pack(PLAIN))
    packed[40_000:40_040] = b"\xff" * 40
    return bytes(packed)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pack(PLAIN)[:-2000], "the zstd file ends in the middle"),
        (pack(PLAIN)[:6], "the zstd file ends in the middle"),
        (PLAIN, "the file is named .zst but is not zstd"),
        (pack(PLAIN)[:-4] + bytes(4), "the zstd file is damaged"),
        (_overwritten(), "the zstd file is damaged"),
        (pack(PLAIN) + b"and more", "the zstd file is damaged"),
        (b"", "the file is empty"),
    ],
    ids=["truncated", "beginning", "plain", "checksum", "overwritten", "followed by something else", "empty"],
)
def test_damage_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(BrokenError) as error:
        read(tmp_path / "a.csv.zst", data)
    assert error.value.message == told


def test_a_frame_that_asks_for_much_memory_is_refused(tmp_path: Path) -> None:
    header = b"\x28\xb5\x2f\xfd" + bytes([0b0000_0000, 21 << 3])  # RFC 8878 §3.1.1.1.2: a window of 2 GiB
    with pytest.raises(BrokenError, match="asks for more memory than 128 MiB"):
        read(tmp_path / "a.csv.zst", header + bytes(20))


def test_bytes_that_are_no_text_are_told_by_their_place_in_the_unpacked_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenError, match=r"line 3, byte 22 \(0xE9\)"):
        read(tmp_path / "a.csv.zst", pack(b"phone,name\n1,Ann\n2,Ren\xe9\n"))


def test_a_packed_file_is_read_in_constant_memory(tmp_path: Path) -> None:
    peaks = []
    for times in (1, 4):
        rows = b"".join(b"%d,%d\n" % (n, n * 2654435761 % 4294967296) for n in range(30_000 * times))
        (tmp_path / "a.csv.zst").write_bytes(pack(b"a,b\n" + rows))
        tracemalloc.start()
        with table(tmp_path / "a.csv.zst", "csv", None, None) as source:
            assert sum(1 for _ in source.rows) == 30_000 * times
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


def test_a_small_file_that_unpacks_to_much_is_read_piece_by_piece(tmp_path: Path) -> None:
    data = pack(b"a,b\n" + b",,\n" * (20 << 20))
    assert len(data) < 20_000
    (tmp_path / "a.csv.zst").write_bytes(data)
    tracemalloc.start()
    with table(tmp_path / "a.csv.zst", "csv", None, None) as source:
        assert next(source.rows)[0] == 0
        assert tracemalloc.get_traced_memory()[1] < 40 << 20
    tracemalloc.stop()


def test_without_the_extra_it_is_told_what_to_install(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    spec.file(pack(b"phone\n"), "people.csv.zst")
    monkeypatch.setitem(sys.modules, "zstandard", None)
    (found,) = sample(spec.message("people.csv.zst"), spec.config, spec.root)
    assert (found.code, found.severity) == ("AUD017", Severity.NOTE)
    assert found.help == "install `sendspec[data]`, or pack the file with gzip"
