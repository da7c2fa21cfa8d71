"""Takes what was written while locked into the notes, each piece once, however often it is cut short.

A piece and its name come in with one transaction; the file goes after it, the name once the file is gone. What cannot
be opened is set aside under another ending and told: it was sealed for somebody else, or put there by somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.errors import RecordRefused, StorageError, StorageTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import read_bounded
from caregiver_app.support.logs import note
from caregiver_app.vault.folder.sealed import DRAFT, LARGEST_BYTES, MOST_FILES, NOTE, waiting
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.settings import put

if TYPE_CHECKING:
    import pyrage

    from caregiver_app.vault.store import Vault

_JOINED = "sealed-joined"
_UNREADABLE = ".unreadable"
_LARGEST = 1 << 48
_LATEST = 7_258_118_400_000
"""The year 2200: a note of the year 10,889 could be shown nowhere, and would keep all others from being shown."""

_LONGEST_HEADER, _MOST_STANZAS = 8_000, 8
"""Of what we wrote. Each stanza costs a multiplication (C2SP age.md): a file of nothing else would take minutes."""


class _Joined(Enum):
    """What became of a piece."""

    NOTE = auto()
    DRAFT = auto()
    BEFORE = auto()
    """It came in already."""
    NOTHING = auto()
    """Nothing that can be taken in."""


def join_sealed(vault: Vault, folder: Path, *, at: Millis) -> tuple[int, int]:
    """Take everything in; return how many notes came, and how many pieces could not be read.

    It keeps nobody from their notes: what a full or broken disk does not let in waits for another unlock.
    """
    notes = unreadable = 0
    try:
        files = waiting(folder)[: 2 * MOST_FILES]
        _forget_gone(vault, {path.name for path in files})
        identities = _identities(vault) if files else []
        for path in files:
            joined = _take_in(vault, path, identities, at=at)
            notes += joined is _Joined.NOTE
            unreadable += joined is _Joined.NOTHING
        if files:
            _forget_gone(vault, {path.name for path in waiting(folder)})
    except (OSError, StorageError) as error:
        note("care.sealed-waits", kind=error.kind if isinstance(error, StorageError) else StorageTrouble.IO)
    return notes, unreadable


def _take_in(vault: Vault, path: Path, identities: Sequence[pyrage.x25519.Identity], *, at: Millis) -> _Joined:
    try:
        sealed = read_bounded(path, LARGEST_BYTES)
    except FileNotFoundError:
        return _Joined.BEFORE  # by another process
    fields = None if sealed is None else _opened(sealed, identities)
    joined = _Joined.NOTHING if fields is None else _joined(vault, path, fields, at=at)
    if joined is _Joined.NOTHING:
        path.replace(path.with_suffix(_UNREADABLE))
        return joined
    crash_point("vault.sealed.joined")
    path.unlink(missing_ok=True)
    crash_point("vault.sealed.removed")
    return joined


def _joined(vault: Vault, path: Path, fields: Mapping[str, Any], *, at: Millis) -> _Joined:
    """Keep one piece unless it came in before.

    Both signs of that are looked at inside the transaction: another process may be taking in the same pieces. It
    removes the file before it forgets the name.
    """
    try:
        with vault.write("vault.sealed.join") as writer:
            joined = vault.settings.get(_JOINED, [])
            if path.name in joined or not path.exists():
                return _Joined.BEFORE
            _keep(vault, fields, at=at)
            put(writer, _JOINED, [*joined, path.name])
    except (KeyError, TypeError, ValueError, AttributeError, RecordRefused):
        return _Joined.NOTHING
    return _Joined.NOTE if fields["kind"] == NOTE else _Joined.DRAFT


def _keep(vault: Vault, fields: Mapping[str, Any], *, at: Millis) -> None:
    written_at, text = _moment(fields["at"]), _text(fields["text"])
    if fields["kind"] == NOTE:
        vault.notes.add(NewNote(text=text, author=_text(fields["author"]), at=written_at), at=at)
        return
    if fields["kind"] != DRAFT:
        raise ValueError("of another kind")
    place = _text(fields["place"])
    kept = vault.drafts.get(place)
    if kept is None or kept.saved_at <= written_at:
        more = {_text(name): _text(value) for name, value in fields["more"].items()}
        kept_at = min(written_at, at)  # one of years to come would win against each that is written until then
        vault.drafts.keep(place, text, cursor=_whole(fields["cursor"]), more=more, at=kept_at)


def _opened(sealed: bytes, identities: Sequence[pyrage.x25519.Identity]) -> Mapping[str, Any] | None:
    import pyrage

    header, end, _rest = sealed[:_LONGEST_HEADER].partition(b"\n--- ")
    if not end or header.count(b"\n-> ") > _MOST_STANZAS:
        return None
    try:
        fields = json.loads(pyrage.decrypt(sealed, list(identities)))
    except (pyrage.DecryptError, ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) and "kind" in fields else None


def _identities(vault: Vault) -> list[pyrage.x25519.Identity]:
    import pyrage

    return [pyrage.x25519.Identity.from_str(secret) for secret in vault.drop_keys.secrets()]


def _forget_gone(vault: Vault, there: set[str]) -> None:
    """Forget the names of pieces whose files are gone: nothing can bring them in twice any more."""
    joined = vault.settings.get(_JOINED, [])
    left = [name for name in joined if name in there]
    if left != joined:
        vault.settings.set(_JOINED, left)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _moment(value: object) -> Millis:
    at = _whole(value)
    if at > _LATEST:
        raise ValueError("no time that can be shown")
    return Millis(at)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise ValueError("no time and no place in a text")
    return value
