"""People of the benchmark `recipients`, and what compile is measured against: the straw man, C, and the bare bytes.

Run as a program it is the straw man: `recipients.py v2|v1 PEOPLE OUT`.
"""

from __future__ import annotations

import csv
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

HERE = Path(__file__).parent
TEXT = re.search(r'body "(.*)"', (HERE / "recipients.send").read_text(encoding="utf-8"))
COLUMNS = ("phone", "first_name", "branch", "ref", "manage_url", "agent_id", "amount", "created_at")
#: How many destinations a request takes.
CAP = 1000
NAMES = [
    "Ann",
    "Bob",
    "Chloe",
    "Zoé",
    "Jürgen",
    "Sian-Louise",
    "Mohammed",
    "Oluwaseun",
    "Li",
    "Peter",
    "Katharine",
    "Irène",
    "O'Brien",
    "Priya",
    "Tomas",
]
BRANCHES = [
    "Cardiff Queen St",
    "Leeds",
    "London Strand",
    "York Coppergate",
    "Bath",
    "Glasgow West End",
    "Belfast",
    "Swansea",
    "Hull",
]


def people(path: Path, count: int) -> None:
    """Writes so many people, all different."""
    chance = random.Random(4)
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n").writerow
        write(COLUMNS)
        for number in range(count):
            ref = f"A-{number:07d}"
            write(
                (
                    f"+447{(number * 7919 + 100_000_000) % 1_000_000_000:09d}",
                    chance.choice(NAMES),
                    chance.choice(BRANCHES),
                    ref,
                    f"https://acme.example/a/{ref}",
                    number % 97,
                    f"{chance.randrange(100_000) / 100:.2f}",
                    f"2026-11-{number % 28 + 1:02d}",
                )
            )


def straw_man(version: str, source: str, target: str) -> None:
    """What a team writes by hand: csv.DictReader, a Jinja render for each person, json.dumps for a thousand."""
    from jinja2 import Template

    assert TEXT is not None
    template = Template(TEXT[1])
    with open(source, encoding="utf-8", newline="") as file, open(target, "w", encoding="utf-8") as out:
        reader = csv.DictReader(file)
        while some := list(islice(reader, CAP)):
            texts = [(row["phone"], template.render(row)) for row in some]
            out.write(json.dumps(_request(version, texts)) + "\n")


def _request(version: str, texts: list[tuple[str, str]]) -> object:
    if version == "v2":
        to = [{"msisdn": [phone], "substitutions": {"text": text}} for phone, text in texts]
        return {"channel": "sms", "from": "ACME", "to": to, "content": {"type": "text", "text": "$(text)"}}
    return [
        {
            "deliverychannel": "sms",
            "destination": [{"msisdn": [phone]}],
            "channels": {"sms": {"senderid": "ACME", "text": text}},
        }
        for phone, text in texts
    ]


def read_back(path: Path) -> Iterator[tuple[str, str]]:
    """Each person's number and text, as a request gives them, whoever wrote it."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            made = json.loads(line)
            body = made.get("body", made) if isinstance(made, dict) else made
            for one in body if isinstance(body, list) else [body]:
                text = one["content"]["text"] if "content" in one else one["channels"]["sms"]["text"]
                for place in one.get("to") or one["destination"]:
                    given = place.get("substitutions", {})
                    read = re.sub(r"\$\((\w+)\)", lambda name, given=given: given[name[1]], text)
                    yield from ((phone, read) for phone in place["msisdn"])


def floor(folder: Path) -> Path:
    """The C program, compiled."""
    made = folder / "recipients"
    subprocess.run(["cc", "-O2", "-o", str(made), str(HERE / "recipients.c")], check=True)
    return made


if __name__ == "__main__":
    straw_man(*sys.argv[1:])
