"""The bounds of every exchange, by name (PRODUCT.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a server may take of this computer's time and memory; tests make them small."""

    connect_s: float = 15.0  # look-up, connection and TLS together
    total_s: float = 60.0  # the whole fetch with its redirects; waiting for one's turn at a host is not counted
    body_bytes: int = 10_000_000  # after decompression, and on the wire as well
    piece_bytes: int = 65_536
    head_bytes: int = 65_536  # status line and headers, interim answers included
    headers: int = 100
    framing_bytes: int = 1_000_000  # sizes and line ends of a body in chunks
    redirects: int = 5
    codings: int = 2  # content encodings stacked on each other
    members: int = 1_000  # complete pieces in a row of which one encoding may be made
    connections_per_host: int = 2
    idle_connections: int = 64
    idle_s: float = 60.0  # a connection that rested longer is not used again
    drain_bytes: int = 65_536  # of an answer nobody wants, to keep its connection
    drain_s: float = 1.0
    pause_default_s: float = 900.0
    pause_max_s: float = 86_400.0
    max_age_s: float = 31_536_000.0


LIMITS = Limits()
