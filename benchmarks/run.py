"""Measures what the project promises, as ratios in one run. See README.md beside this file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
SPEC = HERE / "reminder.send"
PACKAGE = HERE.parent / "compiler" / "sendspec"
ENTRY = "import sys; from sendspec.__main__ import process; sys.exit(process())"
PYTHON = sys.executable
#: An installed package has bytecode; an environment that forbids it would time the compiler of Python.
ON = {key: value for key, value in os.environ.items() if key not in ("SENDSPEC_CACHE", "PYTHONDONTWRITEBYTECODE")}
OFF = {**ON, "SENDSPEC_CACHE": "off"}

Job = Callable[[], None]


def command(arguments: Sequence[str], cwd: Path, env: dict[str, str], status: tuple[int, ...] = (0,)) -> Job:
    """A job that runs a command and insists on its exit status."""

    def run() -> None:
        done = subprocess.run(arguments, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode not in status:
            raise SystemExit(f"{arguments}: {done.returncode}\n{done.stderr.decode()[-2000:]}")

    return run


def turns(jobs: dict[str, Job], rounds: int) -> dict[str, float]:
    """The median time of each job in seconds, the jobs taking turns; one round before is not counted."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(rounds + 1):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: median(found) for name, found in times.items()}


class Report:
    """The ratios, printed as they come, and whether all bounds were kept."""

    kept = True

    def __init__(self, people: int) -> None:
        self.people = people

    def say(self, name: str, took: float, base: float, bound: float) -> None:
        """One ratio against its bound."""
        ratio = took / base
        self.kept &= ratio <= bound
        mark = "ok  " if ratio <= bound else "MISS"
        times = f"{took * 1000:9.1f} ms against {base * 1000:.1f} ms"
        sys.stdout.write(f"{mark} {name:<20} {ratio:7.3g} x   (at most {bound:g})   {times}\n")
        sys.stdout.flush()


def project(folder: Path) -> Path:
    """A small project with the benchmark's spec."""
    (folder / ".git").mkdir(parents=True)
    shutil.copy(SPEC, folder / "reminder.send")
    shutil.copytree(HERE / "data", folder / "data")
    return folder


def startup(report: Report, folder: Path) -> None:
    """Cold, unchanged, help: against an interpreter that does nothing."""
    home = project(folder)
    found = turns(
        {
            "base": command([PYTHON, "-c", "pass"], home, ON),
            "startup cold": command([PYTHON, "-c", ENTRY, "lint", "reminder.send"], home, OFF),
            "startup unchanged": command([PYTHON, "-c", ENTRY, "lint", "reminder.send"], home, ON),
            "startup help": command([PYTHON, "-c", ENTRY, "--help"], home, ON),
        },
        21,
    )
    for name, bound in (("startup cold", 9), ("startup unchanged", 1.5), ("startup help", 5)):
        report.say(name, found[name], found["base"], bound)


def many(report: Report, folder: Path) -> None:
    """A thousand specs in one call, against ruff on as many lines."""
    home = project(folder / "specs")
    text = SPEC.read_text(encoding="utf-8")
    os.remove(home / "reminder.send")
    for number in range(1000):
        (home / f"m{number:04}.send").write_text(_another(text, number), encoding="utf-8")
    python = folder / "python"
    python.mkdir()
    _modules(python, 1000 * text.count("\n"))
    ruff = str(Path(PYTHON).with_name("ruff"))
    found = turns(
        {
            "base": command([ruff, "check", "--no-cache", "--isolated", "-q", "."], python, ON, (0, 1)),
            "many cold": command([PYTHON, "-c", ENTRY, "lint", "."], home, OFF),
            "many unchanged": command([PYTHON, "-c", ENTRY, "lint", "."], home, ON),
        },
        5,
    )
    report.say("many cold", found["many cold"], found["base"], 25)
    report.say("many unchanged", found["many unchanged"], found["base"], 4)


def _another(text: str, number: int) -> str:
    """The spec of another message: its name and all of its texts are its own."""
    named = text.replace("appointment_reminder", f"appointment_{number}")
    for word in ("Hello ", "Helo ", "apt-", "apt|"):
        named = named.replace(word, f"{word[:-1]}{number}{word[-1]}")
    return named


def _modules(folder: Path, lines: int) -> None:
    """So many lines of Python as people write it: the compiler's own modules, over and over."""
    there = [path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")) if "rules" not in path.parts]
    for number, text in enumerate(cycle(there)):
        (folder / f"m{number:04}.py").write_text(text, encoding="utf-8")
        lines -= text.count("\n")
        if lines <= 0:
            return


#: Parses a text of so many megabytes and prints the seconds that it took.
PARSE = """
import sys, time
from sendspec.source import Source
from sendspec.syntax.parse import parse
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
source = Source("big.send", text * (int(sys.argv[2]) * 1_000_000 // len(text) + 1))
start = time.perf_counter()
parse(source)
print(time.perf_counter() - start)
"""


def parse(report: Report, _folder: Path) -> None:
    """Ten times the text takes ten times as long. Each parse has a process of its own: in a shared one the small text
    is given the memory that the large one has left behind, and the large one has to ask for its own."""

    def once(megabytes: int) -> float:
        call = [PYTHON, "-c", PARSE, str(SPEC), str(megabytes)]
        return float(subprocess.run(call, env=ON, capture_output=True, check=True, text=True).stdout)

    times = [(once(1), once(10)) for _ in range(5)]
    report.say("parse linear", median(ten for _, ten in times), median(one for one, _ in times), 10.5)


def hook(report: Report, folder: Path) -> None:
    """Our hook in a real pre-commit, against a hook that does nothing."""
    home = project(folder / "repo")
    shutil.rmtree(home / ".git")
    entry = f"{PYTHON} -c '{ENTRY}' lint"
    hooks = [("nothing", f"{PYTHON} -c pass"), ("lint", entry)]
    listed = "".join(
        f"      - id: {name}\n        name: {name}\n        entry: {call!r}\n"
        f"        language: system\n        files: '\\.send$'\n"
        for name, call in hooks
    )
    (home / ".pre-commit-config.yaml").write_text(f"repos:\n  - repo: local\n    hooks:\n{listed}", encoding="utf-8")
    for call in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *call], cwd=home, check=True)
    tool = str(Path(PYTHON).with_name("pre-commit"))
    found = turns(
        {
            "base": command([tool, "run", "nothing", "--files", "reminder.send"], home, ON),
            "hook cold": command([tool, "run", "lint", "--files", "reminder.send"], home, OFF),
            "hook unchanged": command([tool, "run", "lint", "--files", "reminder.send"], home, ON),
        },
        9,
    )
    report.say("hook cold", found["hook cold"], found["base"], 1.35)
    report.say("hook unchanged", found["hook unchanged"], found["base"], 1.35)


#: Judges ten thousand bodies by both in a process of its own, and prints the seconds of each and the verdicts.
VERIFY = """
import json, sys, time
from pathlib import Path
from jsonschema import Draft202012Validator
from sendspec import channels
from sendspec.channels.schema import alone
from sendspec.channels.verify import takes

def read():
    for path in sorted(Path(sys.argv[1]).glob(sys.argv[2])):
        if path.suffix == ".ndjson":
            yield from (json.dumps(json.loads(line)["body"]) for line in path.read_text(encoding="utf-8").splitlines())
        elif not path.name.endswith((".expect.json", ".gen.json")):
            yield path.read_text(encoding="utf-8")

schemas = {}
for name in channels.names():
    for api in channels.channel(name).apis:
        schemas[api.version, api.name] = Draft202012Validator(alone(channels.channel(name), api))

def schema_of(body):
    if isinstance(body, dict):
        return schemas.get(("v2", body.get("channel"))) or schemas.get(("v1", body.get("deliverychannel")))

texts = [text for text in read() if schema_of(json.loads(text))]
copies = range(10_000 // len(texts))
# as a file of lines holds them: those of one message one after another
bodies = [json.loads(text) for text in texts for _ in copies]
asked = [(schema_of(body), body) for body in bodies]
for text in texts:
    takes(json.loads(text))
start = time.perf_counter()
ours = [takes(body) for body in bodies]
middle = time.perf_counter()
theirs = [schema.is_valid(body) for schema, body in asked]
end = time.perf_counter()
assert not any(taken and not valid for taken, valid in zip(ours, theirs)), "a schema refuses what verify takes"
print(middle - start, end - middle)
"""


def verify(report: Report, folder: Path) -> None:
    """Ten thousand bodies by `verify` and by jsonschema over the published schemas, which sees no more than we do:
    as `compile` writes them of `specs/`; right bodies of all kinds, a third with remarks; each with a fault."""
    subprocess.run([PYTHON, "-c", ENTRY, "compile", "specs", "-o", str(folder)], cwd=HERE.parent, env=ON, check=True)
    tests = str(HERE.parent / "tests" / "channels")
    kinds = {"compiled": (str(folder), "*/*.ndjson"), "right": (tests, "*/valid/*.json")}
    for name, places in {**kinds, "faulty": (tests, "*/invalid/*.json")}.items():
        call = [PYTHON, "-c", VERIFY, *places]
        runs = [subprocess.run(call, env=ON, capture_output=True, check=True, text=True).stdout for _ in range(3)]
        times = [tuple(map(float, run.split())) for run in runs]
        report.say(f"verify {name}", median(ours for ours, _ in times), median(theirs for _, theirs in times), 1 / 80)


def recipients(report: Report, folder: Path) -> None:
    """`compile` of people from a CSV file: against the straw man, the same work in C, and the bare bytes."""
    import recipients as benchmark

    folder.mkdir()
    program, count = benchmark.floor(folder), report.people
    for people, version in ((count, "v2"), (count, "v1"), (min(10_000, count), "v2")):
        home = folder / f"{people}-{version}"
        home.mkdir(parents=True)
        shutil.copy(HERE / "recipients.send", home)
        (home / "sendspec.toml").write_text(f'[api]\nsms = "{version}"\n', encoding="utf-8")
        benchmark.people(home / "people.csv", people)
        ours = command([PYTHON, "-c", ENTRY, "compile", "recipients.send", "-o", "out"], home, OFF)
        floor = command([str(program), version, "people.csv", "floor"], home, OFF)
        for job in (ours, floor):
            job()
        made = home / "out" / "reminder" / "rung-1.ndjson"
        assert made.read_bytes() == (home / "floor").read_bytes(), "C writes other bytes than we do"
        size = str(made.stat().st_size)
        jobs = {
            "ours": ours,
            "straw man": command([PYTHON, benchmark.__file__, version, "people.csv", "straw"], home, OFF),
            "C": floor,
            "bytes": command([str(program), "copy", "people.csv", "copy", size], home, OFF),
        }
        found = turns(jobs, 3)
        told, known = benchmark.read_back(made), benchmark.read_back(home / "straw")
        assert all(one == other for one, other in zip(told, known, strict=True)), "the straw man writes other texts"
        _say_recipients(report, f"{people:,} {version}".replace(",", " "), found, people <= 10_000)


def _say_recipients(report: Report, name: str, found: dict[str, float], few: bool) -> None:
    if few:
        report.say(f"people {name}", found["ours"], found["straw man"], 0.3)
        return
    report.say(f"people {name}", found["ours"], found["straw man"], 1 / 6 if "v2" in name else 1 / 8)
    report.say(f"people {name}: C", found["ours"], found["C"], 2.5)
    report.say(f"people {name}: bytes", found["ours"], found["bytes"], 5)


ALL = {"startup": startup, "many": many, "parse": parse, "hook": hook, "verify": verify, "recipients": recipients}


def main() -> int:
    """Runs the benchmarks named on the command line, or all."""
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", choices=[*ALL, []], help="which; all without any")
    asked.add_argument("--people", type=int, default=1_000_000, help="how many the benchmark `recipients` has")
    given = asked.parse_args()
    report = Report(given.people)
    for name in given.names or ALL:
        with tempfile.TemporaryDirectory() as folder:
            ALL[name](report, Path(folder) / name)
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
