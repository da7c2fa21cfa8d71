"""The proxy that a person typed: where it is and what it is told. Pure. Nothing is ever taken from the environment."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import unquote

from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.web.hosts import normalise_host

_ADDRESS = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:(?P<login>[^/?#\s]*)@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^:@/?#\s\[\]]+)(?::(?P<port>[0-9]{1,5}))?/?"
)
_LONGEST = 1_000  # characters
_LONGEST_LOGIN = 255  # bytes of each part (RFC 1929)


class ProxyKind(StrEnum):
    """How a proxy is spoken to."""

    CONNECT = "http"  # RFC 9110 section 9.3.6
    SOCKS5 = "socks5h"  # RFC 1928; names are looked up there, always


_KINDS = {"http": ProxyKind.CONNECT, "socks5": ProxyKind.SOCKS5, "socks5h": ProxyKind.SOCKS5}
_PORTS = {ProxyKind.CONNECT: 8080, ProxyKind.SOCKS5: 1080}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """A proxy. The login is in no `repr`, so that no log and no error can show it."""

    kind: ProxyKind
    host: str
    port: int
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def has_login(self) -> bool:
        """Whether it is told who asks."""
        return bool(self.user or self.password)

    @property
    def shown(self) -> str:
        """The address with the login masked."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.kind.value}://{'***@' if self.has_login else ''}{host}:{self.port}"

    @property
    def basic(self) -> str:
        """The login as HTTP carries it (RFC 7617)."""
        return "Basic " + b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")


def parse_proxy(text: str) -> Proxy:
    """Return the proxy at an address such as `http://proxy.example:8080` or `socks5h://user:password@127.0.0.1:1080`.

    Raises:
        AddressRefused: it is none; the error does not repeat the address, for a password may be in it.
    """
    parts = _ADDRESS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if parts is None:
        raise AddressRefused(AddressTrouble.PROXY_ADDRESS)
    kind = _KINDS.get(parts["scheme"].lower())
    if kind is None:
        raise AddressRefused(AddressTrouble.PROXY_ADDRESS)
    user, _, password = (parts["login"] or "").partition(":")
    return Proxy(
        kind=kind,
        host=_host(parts["host"]),
        port=_port(parts["port"], kind),
        user=_login_part(user),
        password=_login_part(password),
    )


def _host(text: str) -> str:
    try:
        return normalise_host(text)
    except ValueError:
        raise AddressRefused(AddressTrouble.PROXY_ADDRESS) from None


def _port(digits: str | None, kind: ProxyKind) -> int:
    port = int(digits) if digits else _PORTS[kind]
    if not 0 < port < 65_536:
        raise AddressRefused(AddressTrouble.PROXY_ADDRESS)
    return port


def _login_part(text: str) -> str:
    plain = unquote(text)
    if len(plain.encode("utf-8", "replace")) > _LONGEST_LOGIN or re.search(r"[\x00-\x1f\x7f]", plain):
        raise AddressRefused(AddressTrouble.PROXY_ADDRESS)
    return plain
