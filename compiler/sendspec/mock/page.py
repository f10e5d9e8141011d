"""The page of the mock: what it took, for a person's eyes. Everything from outside is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sendspec.mock.log import Entry, Log

SHOWN = 200
_HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>sendspec mock</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; max-width: 75rem; color: #1c1c1c; background: #fff }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
td.n { text-align: right } code { overflow-wrap: anywhere } .no { color: #a11 }
</style>
<h1>sendspec mock</h1>
"""
#: A page of ours runs nothing and loads nothing.
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
_COLUMNS = ("no.", "at", "channels", "messages", "people", "answer", "fault", "correlation ids, findings")


def page(log: Log) -> str:
    """The page as HTML."""
    return "".join(_parts(log))


def _parts(log: Log) -> Iterator[str]:
    yield _HEAD
    if not log.entries:
        yield "<p>Nothing has come yet.</p>"
        return
    yield "<table>"
    for name, number in log.totals.items():
        yield f"<tr><th>{escape(name)}<td class=n>{number}"
    yield '</table><p>As JSON: <a href="/log.json">log.json</a></p><table><tr>'
    yield from (f"<th>{escape(name)}" for name in _COLUMNS)
    for entry, _ in zip(reversed(log.entries), range(SHOWN), strict=False):
        yield from _row(entry)
    yield "</table>"


def _row(entry: Entry) -> Iterator[str]:
    yield f"<tr><td class=n>{entry.number}<td>{escape(entry.at)}<td>{escape(', '.join(entry.channels))}"
    yield f"<td class=n>{entry.messages}<td class=n>{entry.people}"
    mark = "" if entry.accepted else " class=no"
    said = " ".join(str(part) for part in (entry.status or "", entry.code) if part) or entry.end
    yield f"<td{mark}>{escape(said)}<td>{escape(entry.fault or '')}<td>"
    told = [each for each in entry.correlation[:5] if each]
    more = len(entry.correlation) - len(told)
    yield f"<code>{escape(', '.join(told))}</code>" + (f" and {more} more" if told and more else "")
    for found in entry.findings:
        yield f"<br>{escape(found['severity'])} {escape(found['code'])}: {escape(found['message'])}"
        yield f" <code>{escape(found['pointer'])}</code>"
