r"""# SEC004 credential-in-address

## What it checks
No address holds a user's name and password before its host, nor a fixed token, key or password among its parameters.

## Why it matters
An address is logged by every server on its way, and one in a message is sent to everybody. The address of a database
takes its password from the environment.

## Fails
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  track { notify "https://hooks.acme.example/webex?token=Zk31pQ" }  # error: SEC004 "Zk31pQ"
  try sms from alerts { body "See you on Monday" }
}
```

## Passes
```send
sender alerts sms { id "ACME" }
message visit {
  audience rows { row { msisdn "+447700900123" } }
  track { notify "https://hooks.acme.example/webex" auth "TNPBXKT09U" }
  try sms from alerts { body "See you on Monday" }
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

#: The part before the host (RFC 3986 §3.2.1).
_USER = r"://([^\s/?#@\"'{}<>]+)@[^\s/?#@\"']"
#: A parameter whose name says that it is a secret (1), or may be one (2).
_PARAMETER = (
    r"(?i)[?&](?:(?:access_?token|auth_?token|token|secret|client_?secret|password|passwd|pwd|api_?key|apikey|jwt)"
    r"=([^\s\"'&#{}$<>]{4,})|(?:key|sig|signature|auth|code|x-amz-signature)=([^\s\"'&#{}$<>]{16,}))"
)


@rule(Severity.ERROR)
def check(unit: Unit, config: Config) -> Iterator[Diagnostic]:
    text = unit.source.text
    if "://" not in text:
        return
    if "@" in text:
        for found in re.finditer(_USER, text):
            start = _credential(text, found)
            if start < found.end(1):
                what = "a name or a password stands before the host of an address"
                yield _finding(unit, Span(start, found.end(1)), what)
    if "?" in text:
        from sendspec.lint.entropy import looks_random

        for found in re.finditer(_PARAMETER, text):
            if found[1] or looks_random(found[2]):
                group = 1 if found[1] else 2
                what = "a fixed token or password is a parameter of an address"
                yield _finding(unit, Span(found.start(group), found.end(group)), what)


def _credential(text: str, found: re.Match[str]) -> int:
    """Where the credential before a host starts: all of it in a web address, the password alone in another."""
    if text[max(0, found.start() - 5) : found.start()].lower().endswith(("http", "https")):
        return found.start(1)
    name, colon, _ = found[1].partition(":")
    return found.start(1) + len(name + colon)


def _finding(unit: Unit, span: Span, what: str) -> Diagnostic:
    message = f"{what}; credentials come from the environment at send time"
    help = "take it out of the address, and replace it: it has been in a file"
    return Diagnostic("SEC004", Severity.ERROR, message, unit.source, span, help=help, secret=True)
