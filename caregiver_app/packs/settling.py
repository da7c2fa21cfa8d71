"""Writes down what the maker of a pack decided about personal details: `settled.json`, which stays in the folder."""

from __future__ import annotations

import json
from pathlib import Path

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.packs.fields import Json
from caregiver_app.packs.settled import MOST_BYTES, SETTLED, read_settled
from caregiver_app.support.files import read_bounded, remove_for_good, translated_os_errors, write_whole


def settled_bytes(folder: Path) -> bytes | None:
    """Return what stands in the file, None where there is none.

    Raises:
        PackError: it is no such file, or too large.
        StorageError: it cannot be read.
    """
    path = folder / SETTLED
    with translated_os_errors(path):
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise PackError(PackTrouble.FIELD, SETTLED)
        data = read_bounded(path, MOST_BYTES) if path.is_file() else b""
    if data is None:
        raise PackError(PackTrouble.TOO_LARGE, SETTLED)
    if data:
        read_settled(data)
    return data or None


def with_kept(data: bytes | None, where: str, text: str, reason: str) -> bytes:
    """Return the file with one more detail that may stay, and why; the same detail keeps one reason, the newest."""
    said = _said(data)
    others = [each for each in said.get("kept", ()) if (each["where"], each["text"]) != (where, text)]
    return _written({**said, "kept": [*others, {"where": where, "text": text, "reason": reason}]})


def put_settled(folder: Path, data: bytes | None) -> None:
    """Put the file in the place of the one that is there; None takes it away.

    Raises:
        StorageError: there is no room or no right.
    """
    path = folder / SETTLED
    with translated_os_errors(path):
        if data is None:
            remove_for_good(path)
        else:
            read_settled(data)
            write_whole(path, data)


def _said(data: bytes | None) -> dict[str, Json]:
    said: dict[str, Json] = {} if data is None else json.loads(data.decode())
    return said


def _written(said: dict[str, Json]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
