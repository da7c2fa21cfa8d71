"""Reads JSON that may have been written by anybody in one way only: no field twice, no number that is none. Pure.

What is read can be written again.
"""

from __future__ import annotations

import json
import math
from typing import NoReturn

from caregiver_app.packs.fields import Json


def read_json(data: bytes) -> Json:
    """Return what is said in UTF-8 JSON.

    Raises:
        ValueError, RecursionError: it is none, has a field twice, names a number that JSON does not know or that is too
            large for one, or half of a sign (RFC 8259, 8.2).
    """
    text = data.decode()
    said: Json = json.loads(
        text, object_pairs_hook=_without_doubles, parse_constant=_no_number, parse_float=_finite_number
    )
    if "\\u" in text:  # only so can half of a sign be said in UTF-8
        json.dumps(said, ensure_ascii=False).encode()
    return said


def _without_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Take the fields of an object; readers of JSON do not agree on which of two equal ones counts."""
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a field twice")
    return record


def _finite_number(said: str) -> float:
    number = float(said)
    if math.isinf(number):
        raise ValueError(said[:40])
    return number


def _no_number(said: str) -> NoReturn:
    raise ValueError(said)
