"""Values in the JSON that a worker answered with, checked one by one: kind, size, signs, addresses. Pure.

A worker has read hostile bytes and may have been taken over, so each function either returns what a sound worker could
have said or raises ValueError or TypeError; nothing is mended.
"""

from __future__ import annotations

import re
from typing import Any

from caregiver_app.model.time import Millis
from caregiver_app.support.addresses import web_address
from caregiver_app.support.page_hosts import MAX_HOSTS, is_host
from caregiver_app.support.plain_text import visible

Json = Any  # what json.loads gives: nothing is known of it until it is checked

_MAX_TIME = 253_402_300_799_999  # the last millisecond of the year 9999
_HASH = re.compile(r"[0-9a-f]{64}\Z")


def text(said: Json, limit: int) -> str:
    """Return a text of at most `limit` characters that can all be seen."""
    if not isinstance(said, str) or len(said) > limit or visible(said) != said:
        raise ValueError("text")
    return said


def texts(said: Json, most: int, limit: int) -> tuple[str, ...]:
    """Return at most `most` texts."""
    if not isinstance(said, list) or len(said) > most:
        raise ValueError("texts")
    return tuple(text(each, limit) for each in said)


def address(said: Json) -> str:
    """Return a whole address of the web."""
    if not isinstance(said, str) or web_address(said) != said:
        raise ValueError("address")
    return said


def hosts(said: Json) -> tuple[str, ...]:
    """Return hosts, each once."""
    if not isinstance(said, list) or len(said) > MAX_HOSTS or len(set(said)) < len(said):
        raise ValueError("hosts")
    if not all(isinstance(each, str) and is_host(each) for each in said):
        raise ValueError("host")
    return tuple(said)


def digest(said: Json) -> str:
    """Return a SHA-256 in hex."""
    if not isinstance(said, str) or not _HASH.match(said):
        raise ValueError("hash")
    return said


def whole(said: Json, limit: int) -> int:
    """Return a whole number from 0 to `limit`."""
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said <= limit:
        raise ValueError("number")
    return said


def truth(said: Json) -> bool:
    """Return yes or no."""
    if not isinstance(said, bool):
        raise TypeError("truth")
    return said


def time(said: Json) -> Millis | None:
    """Return a moment since 1970, or none."""
    return None if said is None else Millis(whole(said, _MAX_TIME))
