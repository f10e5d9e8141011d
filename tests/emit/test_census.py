"""People counted by column are those counted one by one, whatever their cells hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.emit.census import Census
from sendspec.emit.write import make
from sendspec.pipeline import Linter, Request, job
from sendspec.project import config_for
from sendspec.record import replace

SPEC = """\
locales [en, cy]
sender alerts sms { id "ACME" }
sender chat whatsapp { app "a_160000000000000003" }
snippet bye { en "Bye", cy "Hwyl" }

message m {
  vars {
    name text(max 200) = "you"
    due  money(GBP) = 1
    day  date = 2026-11-30
  }
  audience csv "people.csv" {
    msisdn <- phone as phone(GB)
    waid   <- wa
    locale <- lang else en
    vars   <- same
    unique by msisdn keep first
    max_rejects 100%
  }
  try whatsapp from chat { template "t" }
  else on failed try sms from alerts { body text.sms }
  text sms {
    en "{{ name }}, you owe {{ due | money }} since {{ day | date('d MMM') }}. {{ bye }}"
    cy "Fixed for all"
  }
}
"""
ROW = st.tuples(
    st.integers(0, 30).map(lambda number: f"07700 9000{number:02}"),
    st.sampled_from(["", "447700900001", "x"]),
    st.sampled_from(["en", "cy", "fr", ""]),
    st.one_of(
        st.sampled_from(["", "Ann", "\u00e9", "\u0142", "a" * 150, "{x}", "€" * 70]), st.text("abł€^", max_size=99)
    ),
    st.sampled_from(["", "1", "12.50", "x"]),
    st.sampled_from(["", "2026-01-02", "2026-02-30"]),
)


def counted(folder: Path, api: str, by_column: bool) -> Any:
    (folder / "sendspec.toml").write_text(f'[api]\nsms = "{api}"\n')
    linter = Linter(dt.date(2026, 1, 1))
    path = folder / "m.send"
    unit = linter.bind(path, config_for(path)).unit
    assert unit is not None
    work = job(linter, path, unit.messages["m"], Request(max_rejects=1.0), [])
    assert work.crowds is not None
    work = work if by_column else replace(work, crowds=None)
    census = Census(work)
    plan = make(census.of(work), folder / f"out-{api}-{by_column}")
    reached = [(each.without, each.people, each.parts) for each in census.rungs]
    return reached, plan["counts"], {kind: each[:2] for kind, each in census.repeated.told().items()}


@pytest.mark.parametrize("api", ["v1", "v2"])
@settings(max_examples=20, deadline=None)
@given(rows=st.lists(ROW, max_size=12))
def test_by_column_is_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, api: str, rows: list[tuple[str, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("census")
    (folder / "m.send").write_text(SPEC, encoding="utf-8")
    lines = [("phone", "wa", "lang", "name", "due", "day"), *rows]
    (folder / "people.csv").write_text("".join(",".join(row) + "\n" for row in lines), encoding="utf-8")
    found = counted(folder, api, True)
    assert found == counted(folder, api, False)
    reached, counts, shared = found
    assert "msisdn" not in shared
    assert all(without + people.total() == counts["people"] for without, people, _ in reached)
    assert reached[1][2].total() == reached[1][1].total()
