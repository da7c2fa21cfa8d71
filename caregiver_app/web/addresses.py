"""Web addresses as they are asked for: taken apart once, refused where they are no plain http or https address.

Pure. Whether an address leads to a private place is judged at the moment of connecting (`web.dial`), not here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.web.hosts import is_local_name, is_public_address, literal_address, normalise_host

MAX_ADDRESS = 2_000  # characters

_DEFAULT_PORTS = {"http": 80, "https": 443}
_PARTS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://(?P<authority>[^/?#]*)(?P<target>[^#]*))?")
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
_KEPT_IN_TARGET = "!$%&'()*+,-./:;=?@[]_|~"
_PLAIN_TARGET = re.compile(rf"[A-Za-z0-9{re.escape(_KEPT_IN_TARGET)}]*")  # most are, and `quote` takes its time
_UNCLEAN = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a request goes. `host` is ASCII, lower case, without brackets; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what a typed exception holds for."""
        return self.scheme, self.host, self.port

    @property
    def is_secure(self) -> bool:
        """Whether nobody on the way can read or change what is asked and answered."""
        return self.scheme == "https"

    @property
    def netloc(self) -> str:
        """The host with its port where that is not the scheme's own: the Host header, and the ledger's word."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address in its normal form, without a fragment."""
        return f"{self.scheme}://{self.netloc}{self.target}"

    @property
    def names_private_place(self) -> bool:
        """Whether the host says already, without a look-up, that it is not on the public internet."""
        ip = literal_address(self.host)
        return is_local_name(self.host) if ip is None else not is_public_address(ip)


def parse_address(text: str) -> Address:
    """Take an address apart; its normal form parses to the same again.

    Raises:
        AddressRefused: it is malformed, carries a name or password, or is neither http nor https.
    """
    wanted = text.strip(" \t\r\n")
    if len(wanted) > MAX_ADDRESS or not _is_clean(wanted):
        raise AddressRefused(AddressTrouble.MALFORMED, text)
    parts = _PARTS.match(wanted)
    if parts is None:
        raise AddressRefused(AddressTrouble.MALFORMED, text)
    scheme = parts["scheme"].lower()
    if scheme not in _DEFAULT_PORTS:
        raise AddressRefused(AddressTrouble.SCHEME, text)
    if "@" in (parts["authority"] or ""):
        raise AddressRefused(AddressTrouble.CREDENTIALS, text)
    try:
        address = _build(scheme, parts["authority"] or "", parts["target"] or "")
    except ValueError:
        raise AddressRefused(AddressTrouble.MALFORMED, text) from None
    if len(address.url) > MAX_ADDRESS:
        raise AddressRefused(AddressTrouble.MALFORMED, text)
    return address


def _is_clean(text: str) -> bool:
    """Return whether nothing in `text` is read differently by different readers."""
    return not _UNCLEAN.search(text)


def _build(scheme: str, authority: str, target: str) -> Address:
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None:
        raise ValueError("no host")
    port = int(parts["port"] or _DEFAULT_PORTS[scheme])
    if not 0 < port < 65_536:
        raise ValueError("no port")
    path = target if _PLAIN_TARGET.fullmatch(target) else quote(target, safe=_KEPT_IN_TARGET)
    return Address(
        scheme=scheme,
        host=normalise_host(parts["host"]),
        port=port,
        target=path if path.startswith("/") else f"/{path}",
    )
