"""Where requests may go: the API's hosts of the regions, this very machine for trials, or a host that a person names.

A typing error in a host would hand the key and all addresses to whoever has that name.
"""

from __future__ import annotations

from ipaddress import ip_address

from sendspec.blocked import BlockedError
from sendspec.nearest import nearest
from sendspec.record import NamedTuple

#: The API's hosts: a region each, then those of before release 6.0, which still work (DEV/know-your-api-endpoints).
REGIONS = tuple(f"api.{region}.webexconnect.io" for region in ("ca", "eu", "uk", "us", "us1", "in", "au"))
OLDER = (
    "api.imiconnect.ca", "api.imiconnect.io", "api.imiconnect.eu", "api-us.imiconnect.io", "api.imiconnect.us",
    "api.imiconnect.in", "api.imiconnect.com",
)  # fmt: skip


class Host(NamedTuple):
    """Where requests go. `local`: this machine, by plain HTTP; everything else goes by HTTPS."""

    name: str
    port: int
    local: bool

    @property
    def origin(self) -> str:
        """The beginning of every URL."""
        name = f"[{self.name}]" if ":" in self.name else self.name
        scheme, usual = ("http", 80) if self.local else ("https", 443)
        return f"{scheme}://{name}" + ("" if self.port == usual else f":{self.port}")


def host(told: str, *, explicit: bool, secured: bool) -> Host:
    """Reads a host. `explicit`: a person names it for this call. `secured`: HTTPS even on this machine (a CA is given).

    Raises BlockedError for one that is no host of the API.
    """
    name, port = _split(told)
    local = _is_local(name) and not secured
    if not (explicit or _is_local(name) or name in REGIONS or name in OLDER):
        near = nearest(name, REGIONS)
        help = f"did you mean {near}?" if near else "the API's hosts are " + ", ".join(REGIONS)
        raise BlockedError(f"{told}: no host of the API", f"{help}; --host {told} goes there all the same")
    if name in (*REGIONS, *OLDER) and port not in (None, 443):
        raise BlockedError(f"{told}: the API has no port of its own", f"write {name}")
    return Host(name, port or (80 if local else 443), local)


def _split(told: str) -> tuple[str, int | None]:
    name, colon, port = told.rpartition(":")
    if not colon or told.endswith("]"):
        name, port = told, ""
    name = name.removeprefix("[").removesuffix("]").lower().rstrip(".")
    plain = bool(name) and name.isascii() and all(each.isalnum() or each in "-.:" for each in name)
    if not plain or (colon and port and not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536)):
        raise BlockedError(f"{told}: expected a host name, such as {REGIONS[2]}", "without scheme and path")
    return name, int(port) if port else None


def _is_local(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
