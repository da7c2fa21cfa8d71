"""A certificate authority that lives as long as the tests, for servers on loopback."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime

import trustme


class Authority:
    """Issues certificates to servers, and contexts that trust them to clients."""

    def __init__(self) -> None:
        self._authority = trustme.CA()

    def server(self, *names: str, expired: bool = False) -> ssl.SSLContext:
        """Return a server's context with a certificate for `names` (host names or addresses)."""
        past = datetime(2001, 1, 1, tzinfo=UTC) if expired else None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(*names, not_after=past).configure_cert(context)
        return context

    def certificate(self) -> bytes:
        """Return the authority's own certificate, as a bundle of the system would hold it."""
        return self._authority.cert_pem.bytes()

    def client(self) -> ssl.SSLContext:
        """Return a verifying context that trusts this authority and no other."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._authority.configure_trust(context)
        return context
