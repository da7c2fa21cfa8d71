"""Hosts that the person asked us never to contact, each with its subdomains. Safe among threads; looks nothing up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv6Address

from caregiver_app.web.hosts import carried_addresses, literal_address, normalise_host


class Blocks:
    """What is refused now; replaced as a whole."""

    def __init__(self) -> None:
        self._hosts: frozenset[str] = frozenset()

    def replace(self, hosts: Iterable[str]) -> None:
        """Refuse exactly these from now on."""
        self._hosts = frozenset(hosts)

    def refuse(self, host: str) -> bool:
        """Return whether a normalised host, or one that it is a part of, is refused."""
        hosts = self._hosts
        return bool(hosts) and any(name in hosts for name in names_above(host))


def names_above(host: str) -> tuple[str, ...]:
    """Return a normalised host and every name that it is a part of; a number is part of none, but may carry another."""
    plain = host.removesuffix(".")
    number = literal_address(plain)
    if number is not None:
        return (plain, *(map(str, carried_addresses(number)) if isinstance(number, IPv6Address) else ()))
    labels = plain.split(".")
    return tuple(".".join(labels[start:]) for start in range(len(labels)))


def plain_host(typed: str) -> str:
    """Return the host that somebody typed: a name or number, with a port or a whole address around it.

    Raises:
        ValueError: no computer can be called so.
    """
    text = re.sub(r"\A[A-Za-z][A-Za-z0-9+.-]*://", "", typed.strip())
    text = text.partition("/")[0].partition("?")[0].partition("#")[0].rpartition("@")[2]
    if text.startswith("["):
        text = text.partition("]")[0] + "]"
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    elif ":" in text:
        text = f"[{text}]"
    return normalise_host(text).removesuffix(".")
