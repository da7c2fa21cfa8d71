"""Hosts that a page names, as a worker tells them and the library keeps them: a line of sound names. Pure.

Whoever wrote such a line (a worker that was taken over, somebody else's backup), only names come out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_HOSTS = 200
"""Of one page; the busiest news sites name some sixty."""
MAX_HOST_CHARS = 253
"""RFC 1035, section 2.3.4, without the root's dot; parts of a name have at most 63."""

_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")


def is_host(said: str) -> bool:
    """Return True for a name in small ASCII letters, or a number of four parts."""
    return len(said) <= MAX_HOST_CHARS and _HOST.fullmatch(said) is not None


def written(hosts: Iterable[str]) -> str:
    """Return hosts as one line."""
    return " ".join(hosts)


def hosts_in(line: str) -> tuple[str, ...]:
    """Return the hosts in such a line, each once; what is none is left out, and so is what is too much."""
    return tuple(dict.fromkeys(filter(is_host, line.split())))[:MAX_HOSTS]
