r"""# SEC003 key-in-spec

## What it checks
Nothing in a spec looks like a key, a token or a password: a JSON web token, the keys of well-known services, a private
key, a value after a word such as `key:` or `Bearer`, a long run of random letters and digits in a text or a comment.

## Why it matters
A spec is kept in a repository, reviewed and copied. Credentials come from the environment at send time, and the
configuration names the variables; a spec never needs one. What has once stood in a file has to be replaced.

## Fails
```send
sender alerts sms { id "ACME" }
# key: 7d1f3c52-9a04-4e6b-8f21-5b0c6d9e3a77              # error: SEC003 "7d1f3c52"
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  try sms from alerts { body "Your booking key: 4711. See you on Monday" }
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendspec.config import Config
from sendspec.diagnostic import Diagnostic, Severity
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.source import Span

#: Keys that tell by their form what they are, each with a piece that every one of them contains.
_FORMS = (
    ("eyJ", "a JSON web token", r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?"),
    ("PRIVATE KEY", "a private key", r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    ("AKIA", "an AWS access key", r"\bAKIA[A-Z2-7]{16}\b"),
    ("ASIA", "an AWS access key", r"\bASIA[A-Z2-7]{16}\b"),
    ("gh", "a GitHub token", r"\bgh[pousr]_[A-Za-z0-9]{36,}\b"),
    ("github_pat_", "a GitHub token", r"\bgithub_pat_\w{22,}"),
    ("glpat-", "a GitLab token", r"\bglpat-[\w-]{20,}"),
    ("xox", "a Slack token", r"\bxox[abeprs]-[A-Za-z0-9-]{10,}"),
    ("k_", "a Stripe key", r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"),
    ("AIza", "a Google API key", r"\bAIza[\w-]{35}"),
    ("SG.", "a SendGrid key", r"\bSG\.[\w-]{16,}\.[\w-]{16,}"),
    ("sk-", "an API key", r"\bsk-(?:[a-z]+-)?[A-Za-z0-9]{32,}"),
)
_WORDS = (
    "key",
    "token",
    "secret",
    "password",
    "passwd",
    "pwd",
    "credential",
    "jwt",
    "bearer",
    "basic",
    "authorization",
)
_WORD = rf"(?:{'|'.join(_WORDS)})s?\b"
#: A value that a word announces: `key: …`, `api_key = "…"`, `token "…"`, `Authorization: Bearer …`.
_ANNOUNCED = (
    rf"(?i){_WORD}[\"']?[ \t]*[:=]?[ \t]*(?:(?:bearer|basic)[ \t]+)?[\"']?"
    r"([A-Z0-9+/_.~-]{16,}={0,2})"
)
_LONG = r"(?<![\w+/=.:@%?&-])(?:[0-9A-Fa-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2})(?![\w+/=.@-])"
#: How a picture in base64 begins (JPEG, PNG): what follows is random and no key.
_PICTURES = ("/9j/", "iVBORw0KGgo")
#: Before a literal that is one long run. After other words it is the id of a stored thing, as random as a key.
_TELLING = rf"(?i){_WORD}|\b(?:body|text|title|subtitle|subject|header|footer|caption|html|say)[ \t]*$"


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    end = 0
    for start, stop, what in sorted(_found(unit)):
        if start < end:
            continue
        end = stop
        yield Diagnostic(
            "SEC003",
            Severity.ERROR,
            f"{what} stands here; credentials come from the environment at send time",
            unit.source,
            Span(start, stop),
            help="take it out, name an environment variable in sendspec.toml, and replace the key",
            secret=True,
        )


def _found(unit: Unit) -> Iterator[tuple[int, int, str]]:
    text = unit.source.text
    for piece, what, form in _FORMS:
        if piece in text:
            yield from ((found.start(), found.end(), what) for found in re.finditer(form, text))
    lowered = text.lower()
    if any(word in lowered for word in _WORDS):
        for found in re.finditer(_ANNOUNCED, text):
            value = found[1].rstrip(".-~")
            if _random(value):
                yield found.start(1), found.start(1) + len(value), "what looks like a key or a token"
    if not re.search(r"[A-Za-z0-9+/_-]{32}", text):
        return  # most specs
    for found in re.finditer(_LONG, text):
        if not found[0].startswith(_PICTURES) and _random(found[0]) and _tells(unit, found.start(), found.end()):
            yield found.start(), found.end(), "what looks like a key or a token"


def _tells(unit: Unit, start: int, end: int) -> bool:
    """Whether a long random run stands where only a secret is random: inside a text, or after a word that says so."""
    text = unit.source.text
    if any(comment.span.start <= start < comment.span.end for comment in unit.document.comments):
        return False
    before = text[:start].rstrip()
    if not before.endswith('"') or not text[end:].lstrip().startswith('"'):
        return True
    line = before.rstrip('"').rpartition("\n")[2]
    return re.search(_TELLING, line) is not None


def _random(run: str) -> bool:
    from sendspec.lint.entropy import looks_random  # most specs have no run that is long enough

    return looks_random(run)
