"""One way to write each document: the JSON Canonicalization Scheme (RFC 8785), for what is exchanged and authenticated.

Of JSON only objects, lists, strings, whole numbers and null are used, and keys are ASCII, so that the order of keys by
UTF-16 units is that of their letters. What was not written in exactly this form is not read: no two byte strings mean
the same document, and no document means two things.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from caregiver_app.model.errors import AskError, AskTrouble

LARGEST_BYTES = 1_000_000
"""Of any document, and of any file that carries one."""
_LARGEST_NUMBER = (1 << 53) - 1  # RFC 8785 section 3.2.2.3: numbers are doubles

Document = dict[str, Any]


def canonical(value: object) -> bytes:
    """Return a value's one form.

    Raises:
        ValueError: it holds something that documents do not hold.
    """
    _check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def parse_canonical(data: bytes, versions: dict[str, int]) -> Document:
    """Return the document in `data`, one of the formats in `versions`, each with the newest version known.

    Raises:
        AskError: it is of no such format, of a newer version, or not in its one form.
    """
    if len(data) > LARGEST_BYTES:
        raise AskError(AskTrouble.TOO_LARGE)
    document = _loaded(data)
    newest = versions.get(document["format"]) if isinstance(document.get("format"), str) else None
    if newest is None:
        raise AskError(AskTrouble.NOT_OURS)
    version = document.get("version")
    if isinstance(version, int) and version > newest:
        raise AskError(AskTrouble.NEWER)
    if not _is_canonical(document, data):
        raise AskError(AskTrouble.DAMAGED)
    return document


def _loaded(data: bytes) -> Document:
    try:
        found = json.loads(data.decode(), parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise AskError(AskTrouble.NOT_OURS) from None
    if not isinstance(found, dict):
        raise AskError(AskTrouble.NOT_OURS)
    return found


def _is_canonical(document: Document, data: bytes) -> bool:
    try:
        return canonical(document) == data
    except (ValueError, RecursionError):
        return False


def _check(value: object) -> None:
    match value:
        case None | str():
            return
        case int() if not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER:
            return
        case list():
            for each in value:
                _check(each)
        case dict():
            for key, each in value.items():
                if not isinstance(key, str) or not key.isascii():
                    raise ValueError("a key that is not ASCII")
                _check(each)
        case _:
            raise ValueError("no JSON of ours")


def _refuse(number: str) -> NoReturn:
    raise ValueError("no such number", len(number))
