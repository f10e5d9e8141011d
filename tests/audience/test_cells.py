"""Files → rows of cells, in every form that people export."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.audience.cells import LONGEST_CELL, Fault, table
from sendspec.audience.place import BrokenError

PLAIN = 'phone,name\n+447700900123,"Ann, née Lee"\n+447700900124,"Bob\nSmith"\n'
ROWS = [["+447700900123", "Ann, née Lee"], ["+447700900124", "Bob\nSmith"]]


def read(
    path: Path, data: bytes, kind: str = "csv", delimiter: str | None = None, encoding: str | None = None
) -> tuple[tuple[str, ...], list[tuple[int, list[str], tuple[Fault, ...]]]]:
    path.write_bytes(data)
    with table(path, kind, delimiter, encoding) as source:
        return source.header, [(row, list(cells), faults) for row, cells, faults in source.rows]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"], ids=lambda codec: codec
)
def test_unicode_is_read_without_being_told_which(tmp_path: Path, codec: str) -> None:
    header, rows = read(tmp_path / "a.csv", PLAIN.encode(codec))
    assert header == ("phone", "name")
    assert [cells for _, cells, _ in rows] == ROWS


@pytest.mark.parametrize("stated", ["latin-1", "iso-8859-1", "cp1252", "windows-1252", "Latin-1"])
def test_latin_1_is_read_when_it_is_stated(tmp_path: Path, stated: str) -> None:
    _, rows = read(tmp_path / "a.csv", PLAIN.encode("latin-1"), encoding=stated)
    assert rows[0][1] == ROWS[0]


def test_a_byte_order_mark_wins_over_a_stated_encoding(tmp_path: Path) -> None:
    header, _ = read(tmp_path / "a.csv", PLAIN.encode("utf-8-sig"), encoding="latin-1")
    assert header == ("phone", "name")


def test_bytes_that_are_no_utf_8_are_told_with_line_and_byte(tmp_path: Path) -> None:
    with pytest.raises(BrokenError) as told:
        read(tmp_path / "a.csv", b"phone,name\n1,Ann\n2,Ren\xe9\n")
    assert (told.value.code, told.value.message) == ("AUD004", "line 3, byte 22 (0xE9) is no UTF-8")
    assert told.value.hint is not None
    assert 'encoding "latin-1"' in told.value.hint


def test_the_byte_is_told_exactly_when_it_is_far_inside(tmp_path: Path) -> None:
    with pytest.raises(BrokenError, match=r"line 30 002, byte 150 006 \(0x92\)"):
        read(tmp_path / "a.csv", b"a,b\n" + b"1,23\n" * 30_000 + b"\xc3\xa9\x92")


def test_an_encoding_that_is_none_is_told_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenError) as told:
        read(tmp_path / "a.csv", b"a\n", encoding="utf-9")
    assert (told.value.code, told.value.word, told.value.hint) == ("AUD019", "encoding", "did you mean `utf-8`?")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, mark: str) -> None:
    text = f'phone{mark}name{mark}price\n1{mark}"a{mark}b"{mark}1;5,2\n'.replace(
        "1;5,2", "12" if mark in ",;" else "1;5,2"
    )
    header, rows = read(tmp_path / "a.csv", text.encode())
    assert header == ("phone", "name", "price")
    assert rows[0][1][1] == f"a{mark}b"


def test_decimal_commas_do_not_hide_semicolons(tmp_path: Path) -> None:
    header, rows = read(tmp_path / "a.csv", b"phone;price\n1;12,50\n2;13,50\n")
    assert header == ("phone", "price")
    assert rows[1][1] == ["2", "13,50"]


def test_a_stated_delimiter_wins(tmp_path: Path) -> None:
    header, _ = read(tmp_path / "a.csv", b"a,b;c,d\n", delimiter=";")
    assert header == ("a,b", "c,d")


def test_the_line_that_excel_announces_its_delimiter_with_is_no_row(tmp_path: Path) -> None:
    header, rows = read(tmp_path / "a.csv", b"sep=;\r\na;b\r\n1;2\r\n")
    assert (header, rows) == (("a", "b"), [(0, ["1", "2"], ())])


def test_blanks_around_names_in_the_header_do_not_count(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", b" phone , name\n1,2\n")[0] == ("phone", "name")


def test_empty_lines_are_no_rows_and_lone_carriage_returns_end_lines(tmp_path: Path) -> None:
    _, rows = read(tmp_path / "a.csv", b"\na,b\n\n1,2\r\n\r\n3,4\r5,6")
    assert [(row, cells) for row, cells, _ in rows] == [(0, ["1", "2"]), (1, ["3", "4"]), (2, ["5", "6"])]


def lines(path: Path, data: bytes, kind: str = "csv") -> list[int]:
    """The line of the file in which each row begins."""
    path.write_bytes(data)
    with table(path, kind, None, None) as source:
        return [source.at.line for _ in source.rows]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"a,b\n1,2\n3,4\n", [2, 3]),
        (b"\na,b\r\n\r\n1,2\r\n\r\n3,4", [4, 6]),
        (b'a,b\n"1\n2\n3",4\n5,6\n', [2, 5]),
        (b'"a\n1",b\n1,2\n', [3]),
        (b"sep=;\na;b\n1;2\n3;4\n", [3, 4]),
        (b'a,b\n"x"y,2\n3,4\n', [2, 3]),
        (b'sep=,\na,b\n"x"y,2\n3,4\n1\n', [3, 4, 5]),
    ],
)
def test_the_line_in_which_a_row_begins_is_known(tmp_path: Path, data: bytes, where: list[int]) -> None:
    assert lines(tmp_path / "a.csv", data) == where


def test_the_line_of_an_object_is_known_also_behind_empty_ones(tmp_path: Path) -> None:
    good = b'{"a": 1}\n'
    assert lines(tmp_path / "a.jsonl", b"\n" + good + b"\n[1]\n" + good * 150, "jsonl")[:4] == [2, 4, 5, 6]
    assert lines(tmp_path / "a.jsonl", b"\n" + good * 150, "jsonl")[-1] == 151


def test_the_quote_that_is_never_closed_is_told_behind_the_line_of_excel(tmp_path: Path) -> None:
    with pytest.raises(BrokenError, match="the quote that opens in line 4 is never closed"):
        read(tmp_path / "a.csv", b'sep=,\na,b\n1,2\n3,"4\n5,6\n')


def test_ragged_rows_are_told_and_empty_cells_at_the_end_let_go(tmp_path: Path) -> None:
    _, rows = read(tmp_path / "a.csv", b"a,b\n1\n1,2,3\n1,2,,\n")
    assert [[fault.reason for fault in faults] for _, _, faults in rows] == [["too-few-cells"], ["too-many-cells"], []]


def test_text_after_a_closing_quote_costs_its_row_only(tmp_path: Path) -> None:
    _, rows = read(tmp_path / "a.csv", b'a,b\n"x"y,2\n3,4\n')
    assert [(row, [fault.reason for fault in faults]) for row, _, faults in rows] == [(0, ["quote"]), (1, [])]


def test_a_quote_that_is_never_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    with pytest.raises(BrokenError, match="the quote that opens in line 3 is never closed"):
        read(tmp_path / "a.csv", b'a,b\n1,2\n3,"4\n5,6\n')


def test_a_cell_of_a_megabyte_is_taken_and_a_longer_one_told(tmp_path: Path) -> None:
    _, rows = read(tmp_path / "a.csv", b"a,b\n1," + b"x" * LONGEST_CELL + b"\n")
    assert len(rows[0][1][1]) == LONGEST_CELL
    with pytest.raises(BrokenError, match="more than 1 048 576 characters"):
        read(tmp_path / "a.csv", b"a,b\n1," + b"x" * (LONGEST_CELL + 1) + b"\n")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b",,\n"])
def test_a_file_without_a_header_is_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(BrokenError) as told:
        read(tmp_path / "a.csv", data)
    assert told.value.code == "AUD003"


def test_json_lines_become_cells(tmp_path: Path) -> None:
    text = '{"phone": "+44", "n": 12.50, "ok": true, "x": null}\n\n{"n": 1e400, "phone": 447700900123}\n'
    header, rows = read(tmp_path / "a.jsonl", text.encode(), "jsonl")
    assert header == ("phone", "n", "ok", "x")
    assert [cells for _, cells, _ in rows] == [["+44", "12.50", "true", ""], ["447700900123", "1e400", "", ""]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"a": [1]}', "nested"),
        ('{"a": {"b": 1}}', "nested"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"a": NaN}', "no-json"),
        ("{'a': 1}", "no-json"),
        ("[1]", "no-object"),
        ('{"b": 1}', "new-name"),
        ("[" * 100_000, "no-json"),
    ],
)
def test_a_bad_json_line_costs_its_row_only(tmp_path: Path, line: str, reason: str) -> None:
    good = '{"a": "1"}\n'
    _, rows = read(tmp_path / "a.jsonl", (good * 100 + line + "\n" + good).encode(), "jsonl")
    assert [fault.reason for fault in rows[100][2]] == [reason]
    assert rows[101] == (101, ["1"], ())


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("phone,name\n" + "+447700900123,Ann\n" * 200_000)
    tracemalloc.start()
    with table(path, "csv", None, None) as source:
        rows = sum(1 for _ in source.rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows == 200_000
    assert peak < 1_500_000


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=400),
    kind=st.sampled_from(["csv", "jsonl"]),
    lead=st.sampled_from([b"", b"a,b\n", b'{"a":1}\n']),
)
def test_no_bytes_crash_the_reading(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, kind: str, lead: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    try:
        header, rows = read(path, lead + data, kind)
    except BrokenError:
        return
    assert [row for row, _, _ in rows] == list(range(len(rows)))
    assert all(len(cells) == len(header) for _, cells, faults in rows if not any(not each.column for each in faults))
