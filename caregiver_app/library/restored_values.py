"""What the columns of a backup's rows may hold: lists and records of ours, days, times, texts. Pure; changes nothing.

Whoever reads a row decides what becomes of one that holds anything else (`restored_rows`).
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from typing import Any

from caregiver_app.library.revisions import LONGEST_BYTES
from caregiver_app.model.trust import Answer
from caregiver_app.storage.rebuilding import Values
from caregiver_app.support.markup import is_safe, sanitise

_ANSWERS = frozenset(answer.value for answer in Answer)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_LAST_MILLIS = 253_402_300_799_999
"""Of the year 9999: what is later no calendar can show."""


def with_json(values: Values, name: str, is_sound: Callable[[Any], bool]) -> Values:
    """Return the row as it is. Raises `ValueError` where a column of lists holds anything else."""
    if values.get(name) is not None and not is_sound(read_json(values[name])):
        raise ValueError("another list than ours")
    return values


def read_json(written: str) -> Any:
    """Return what is written. Raises `ValueError` for what is no JSON, and for what is nested too deeply."""
    try:
        return json.loads(written)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def are_texts(said: Any) -> bool:
    """Tell whether it is a list of texts."""
    return isinstance(said, list) and all(isinstance(each, str) for each in said)


def are_pairs(said: Any) -> bool:
    """Tell whether it is a list of pairs of whole numbers."""
    return isinstance(said, list) and all(
        isinstance(each, list) and list(map(type, each)) == [int, int] for each in said
    )


def is_record(said: Any) -> bool:
    """Tell whether it is a record of anything."""
    return isinstance(said, dict)


def is_day(said: object) -> bool:
    """Tell whether it is written as a day; that there is such a day the tables ask."""
    return said is None or (isinstance(said, str) and _DAY.fullmatch(said) is not None)


def is_time(said: object) -> bool:
    """Tell whether it is a time in milliseconds that a calendar can show, or none."""
    return said is None or (isinstance(said, int) and 0 <= said <= _LAST_MILLIS)


def safe_html(html: str) -> str:
    """Return HTML as it is where it is harmless, else made so."""
    return html if is_safe(html) else sanitise(html, base="")


def unpacked(blob: bytes) -> str:
    """Return a text that was packed. Raises `ValueError` for what is no text of ours."""
    unfolding = zlib.decompressobj()
    try:
        data = unfolding.decompress(blob, LONGEST_BYTES)
    except zlib.error as error:
        raise ValueError("no packed text") from error
    if not unfolding.eof:
        raise ValueError("too long")
    return data.decode()


def is_answers(said: Any) -> bool:
    """Tell whether it is a record of answers of a check."""
    return are_named_texts(said) and all(answer in _ANSWERS for answer in said.values())


def are_named_texts(said: Any) -> bool:
    """Tell whether it is a record of texts."""
    return isinstance(said, dict) and all(isinstance(each, str) for each in said.values())
