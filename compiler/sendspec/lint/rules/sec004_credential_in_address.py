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
from sendspec.lint.entropy import looks_random
from sendspec.lint.rule import rule
from sendspec.model.nodes import Unit
from sendspec.source import Span

#: The part before the host (RFC 3986 §3.2.1): any in a web address, a user with a password in others.
_USER = (
    r"(?i)\b(?:https?://([^\s/?#@\"'{}<>]+)|[a-z][a-z0-9+.-]*://[^\s/?#@:\"'{}<>]*:([^\s/?#@\"'{}<>]+))@[^\s/?#@\"']"
)
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
            yield _finding(unit, found, "a name or a password stands before the host of an address")
    if "?" in text:
        for found in re.finditer(_PARAMETER, text):
            if found[1] or looks_random(found[2]):
                yield _finding(unit, found, "a fixed token or password is a parameter of an address")


def _finding(unit: Unit, found: re.Match[str], what: str) -> Diagnostic:
    group = 1 if found[1] else 2
    return Diagnostic(
        "SEC004",
        Severity.ERROR,
        f"{what}; credentials come from the environment at send time",
        unit.source,
        Span(found.start(group), found.end(group)),
        help="take it out of the address, and replace it: it has been in a file",
        secret=True,
    )
