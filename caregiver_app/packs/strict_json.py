"""Reads JSON that may have been written by anybody in one way only: no field twice, no number that is none. Pure."""

from __future__ import annotations

import json
from typing import NoReturn

from caregiver_app.packs.fields import Json


def read_json(data: bytes) -> Json:
    """Return what is said in UTF-8 JSON.

    Raises:
        ValueError, RecursionError: it is none, has a field twice, or names a number that JSON does not know.
    """
    said: Json = json.loads(data.decode(), object_pairs_hook=_without_doubles, parse_constant=_no_number)
    return said


def _without_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Take the fields of an object; readers of JSON do not agree on which of two equal ones counts."""
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a field twice")
    return record


def _no_number(said: str) -> NoReturn:
    raise ValueError(said)
