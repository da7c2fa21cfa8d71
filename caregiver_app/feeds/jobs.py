"""What workers are asked to read, and how much of it. Imports no reader: an application that has nothing new to read
starts without any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.model.time import Millis

MAX_BODY_BYTES = 10_000_000
MAX_PAGE_BYTES = 5_000_000
MAX_ANSWER_BYTES = 64_000_000

READY = b"ready"
"""The first word of a process that reads documents."""


class UnsoundAnswerError(Exception):
    """An answer that no sound worker gives: the worker must not be asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseJob:
    """One document to read. `url` is where it came from, `headers` have lower-case names, `known` are the hashes of
    entries that need no text, `now` tells which dates cannot be.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes
    known: frozenset[str]
    now: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """One page to read. `url` is where it came from, `headers` have lower-case names."""

    url: str
    headers: Mapping[str, str]
    body: bytes
