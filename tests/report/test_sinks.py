"""Formats for programs: each is read back by what reads it, and holds what was found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendspec.diagnostic import Diagnostic, Severity
from sendspec.report import Catalogue, View, report
from sendspec.report.explain import catalogue, explain
from sendspec.source import Source, Span

SCHEMA = Path(__file__).parent / "sarif-2.1.0.schema.json"


class Unknown:
    """A catalogue without any rule."""

    def codes(self) -> tuple[str, ...]:
        return ()

    def name_of(self, code: str) -> str:
        return ""

    def load(self, code: str) -> Any:
        raise KeyError(code)


def sarif(findings: tuple[Diagnostic, ...], rules: Catalogue) -> Any:
    return json.loads("".join(report("sarif", findings, View(rules))))


def test_json_holds_the_keys_of_the_contract_in_order(findings: tuple[Diagnostic, ...], rules: Catalogue) -> None:
    entries = json.loads("".join(report("json", findings, View(rules))))
    places = ["path", "line", "column", "end_line", "end_column", "pointer"]
    keys = ["code", "name", "severity", "message", "help", *places]
    assert [list(entry) for entry in entries] == [keys] * len(findings)
    wide = next(entry for entry in entries if entry["message"] == "wide")
    assert (wide["line"], wide["column"], wide["end_line"], wide["end_column"]) == (2, 42, 2, 46)


def test_json_of_no_findings_is_an_empty_array(rules: Catalogue) -> None:
    assert json.loads("".join(report("json", (), View(rules)))) == []


def test_sarif_is_valid_by_the_official_schema(findings: tuple[Diagnostic, ...], rules: Catalogue) -> None:
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for found in ((), findings):
        assert [error.message for error in validator.iter_errors(sarif(found, rules))] == []


def test_sarif_has_what_code_scanning_asks_for(findings: tuple[Diagnostic, ...], rules: Catalogue) -> None:
    (run,) = sarif(findings, rules)["runs"]
    described = run["tool"]["driver"]["rules"]
    for rule in described:
        if rule["id"] in rules.codes():
            assert {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration"} <= rule.keys()
            assert rule["help"].keys() == {"text", "markdown"}
            assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(prints)) == len(findings)
    for result in run["results"]:
        assert described[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert place["region"].keys() == {"startLine", "startColumn", "endLine", "endColumn"}
        assert "](" not in result["message"]["text"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_writes_paths_as_uris_and_fixes_as_replacements(
    findings: tuple[Diagnostic, ...], rules: Catalogue
) -> None:
    results = sarif(findings, rules)["runs"][0]["results"]
    fixed = next(result for result in results if "fixes" in result)
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "specs/a%20b%25.send"
    assert change["replacements"][0]["insertedContent"]["text"] == "Japan"
    assert change["replacements"][0]["deletedRegion"]["startColumn"] == 30


def test_github_commands_keep_to_their_lines_and_escape_their_properties(
    findings: tuple[Diagnostic, ...], rules: Catalogue
) -> None:
    lines = "".join(report("github", findings, View(rules))).splitlines()
    assert len(lines) == len(findings)
    for line in lines:
        properties = line.split("::")[1].partition(" ")[2]
        assert all(pair.count("=") == 1 and ":" not in pair for pair in properties.split(","))
    nasty = next(line for line in lines if "100%25" in line)
    assert "\\r\\n" in nasty
    assert "%3A" in nasty
    assert "%2C" in nasty


def test_github_columns_are_left_out_when_a_finding_spans_lines(
    findings: tuple[Diagnostic, ...], rules: Catalogue
) -> None:
    lines = "".join(report("github", findings, View(rules))).splitlines()
    over_lines = next(line for line in lines if "line=3,endLine=12" in line)
    assert "col=" not in over_lines.lower().replace("endline", "")


def test_gitlab_fingerprints_are_unique_and_stay_when_lines_move(rules: Catalogue) -> None:
    def prints(text: str) -> list[str]:
        source = Source("a.send", text)
        at = text.index("body")
        found = [Diagnostic("X001", Severity.ERROR, f"m{n}", source, Span(at, at + 4)) for n in (1, 2)]
        return [entry["fingerprint"] for entry in json.loads("".join(report("gitlab", found, View(rules))))]

    first = prints("body x\n")
    assert len(set(first)) == 2
    assert prints("\n\n  body x\n") == first
    assert prints("body y\n") != first


def test_junit_is_xml_with_a_failure_for_each_error(findings: tuple[Diagnostic, ...], rules: Catalogue) -> None:
    root = ElementTree.fromstring("".join(report("junit", findings, View(rules, paths=("specs/clean.send",)))))
    errors = sum(found.severity is Severity.ERROR for found in findings)
    assert len(root.findall(".//failure")) == int(root.attrib["failures"]) == errors
    assert [suite.attrib["name"] for suite in root] == sorted(suite.attrib["name"] for suite in root)
    assert len(root.findall(".//testcase")) == int(root.attrib["tests"]) == len(findings) + 1


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "junit", "github", "concise"])
@given(text=st.text(st.characters(codec=None)), path=st.text(st.characters(codec=None), min_size=1))
@settings(max_examples=60, deadline=None)
def test_no_text_and_no_path_breaks_out_of_a_format(format: str, text: str, path: str) -> None:
    source = Source(path, text)
    found = Diagnostic("X001", Severity.ERROR, text, source, Span(0, len(text)), help=text, pointer=text)
    out = "".join(report(format, (found,), View(Unknown())))
    out.encode()
    if format == "junit":
        assert ElementTree.fromstring(out).find("testsuite/testcase/failure") is not None
    elif format in ("github", "concise"):
        assert len(out.splitlines()) == 1
    else:
        assert json.loads(out)


def test_a_page_is_explained_without_its_signs_and_with_bold_headings(rules: Catalogue) -> None:
    page = rules.load("SMS004")[0]
    lines = "".join(explain(page)).splitlines()
    assert lines[0] == "SMS004 text-over-limit"
    assert "    message m { }  # error: SMS004" in lines
    assert "    data/people.csv:" in lines
    assert not any(line.startswith(("#", "```")) for line in lines)
    assert "".join(explain(page, color=True)).startswith("\x1b[1mSMS004 text-over-limit\x1b[0m\n")


def test_the_catalogue_is_a_table_or_an_array(rules: Catalogue) -> None:
    table = "".join(catalogue(rules)).splitlines()
    assert table[0] == "SEC003  error    key-in-spec"
    assert table[-1] == "3 codes; `sendspec explain CODE` shows one"
    entries = json.loads("".join(catalogue(rules, "json")))
    assert entries[1] == {
        "code": "SMS004",
        "name": "text-over-limit",
        "severities": ["error"],
        "checks": "A text fits into what the channel takes, in its own unit.",
    }
