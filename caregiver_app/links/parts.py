r"""Takes a web address apart the way browsers do, and puts it together again. Never raises, never looks anything up.

Browsers decide where a link leads, so their reading counts (the URL Standard of WHATWG): surrounding blanks and line
breaks vanish, a backslash is a slash, and any number of slashes may stand before the host. Python's own splitter keeps
to the letter of RFC 3986 and sees another host than the browser in `https://who.int\@evil.example/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from caregiver_app.links.hosts import plain_host

_DROPPED = re.compile("[\t\n\r]")
_EDGES = "".join(map(chr, range(0x21)))
_WEB = re.compile(r"(https?):[/\\]*([^/\\?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_AUTHORITY = re.compile(
    r"(?:(?P<userinfo>.*)@)?(?P<host>\[[^\[\]@]*\]|[^@:\[\]]*)(?::(?P<port>[0-9]{0,9}))?", re.DOTALL
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LARGEST_PORT = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A web address in parts. `port` is None for the scheme's own; `query` and `fragment` are None when absent."""

    scheme: str
    userinfo: str | None
    host: str
    port: int | None
    path: str
    query: str | None
    fragment: str | None


def trim(address: str) -> str:
    """Return `address` without surrounding blanks and without the line breaks and tabs that browsers ignore."""
    return _DROPPED.sub("", address.strip(_EDGES))


def take_apart(address: str) -> Parts | None:
    """Return the parts of an http or https address, host in its plain form; None for anything else."""
    whole = _WEB.fullmatch(trim(address))
    if whole is None:
        return None
    scheme, path = whole[1].lower(), whole[3].replace("\\", "/")
    authority = _AUTHORITY.fullmatch(whole[2])
    host = plain_host(authority["host"]) if authority else ""
    if authority is None or not host or int(authority["port"] or 0) > _LARGEST_PORT:
        return None
    return Parts(
        scheme=scheme,
        userinfo=authority["userinfo"],
        host=host,
        port=_own_port(scheme, authority["port"]),
        path=path or "/",
        query=whole[4],
        fragment=whole[5],
    )


def put_together(parts: Parts) -> str:
    """Return the address that `parts` stand for."""
    userinfo = "" if parts.userinfo is None else f"{parts.userinfo}@"
    query = "" if parts.query is None else f"?{parts.query}"
    fragment = "" if parts.fragment is None else f"#{parts.fragment}"
    return f"{parts.scheme}://{userinfo}{host_and_port(parts)}{parts.path}{query}{fragment}"


def host_and_port(parts: Parts) -> str:
    """Return the host, with its port where that is not the scheme's own."""
    return parts.host if parts.port is None else f"{parts.host}:{parts.port}"


def _own_port(scheme: str, digits: str | None) -> int | None:
    if not digits or int(digits) == _DEFAULT_PORTS[scheme]:
        return None
    return int(digits)
