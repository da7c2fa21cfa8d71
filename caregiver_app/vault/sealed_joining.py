"""Takes what was written while locked into the notes, each piece once, however often it is cut short.

A piece and its name come in with one transaction; the file goes after it, the name once the file is gone. What cannot
be opened is set aside under another ending and told: it was sealed for somebody else, or put there by somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.errors import RecordRefused
from caregiver_app.model.time import Millis
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import read_bounded, translated_os_errors
from caregiver_app.vault.notes import NewNote
from caregiver_app.vault.sealed import DRAFT, LARGEST_BYTES, MOST_FILES, NOTE, waiting
from caregiver_app.vault.settings import put

if TYPE_CHECKING:
    import pyrage

    from caregiver_app.vault.store import Vault

_JOINED = "sealed-joined"
_UNREADABLE = ".unreadable"
_LARGEST = 1 << 48


def join_sealed(vault: Vault, folder: Path, *, at: Millis) -> tuple[int, int]:
    """Take everything in; return how many notes came, and how many pieces could not be read.

    Raises:
        StorageError: the disk is in the way; what came in stays, the rest waits.
    """
    with translated_os_errors(folder):
        files = waiting(folder)[: 2 * MOST_FILES]
        _forget_gone(vault, {path.name for path in files})
        if not files:
            return 0, 0
        identities = _identities(vault)
        notes = unreadable = 0
        for path in files:
            fields = _opened(path, identities)
            if fields is None or not _joined(vault, path.name, fields, at=at):
                path.replace(path.with_suffix(_UNREADABLE))
                unreadable += 1
                continue
            notes += fields["kind"] == NOTE
            crash_point("vault.sealed.joined")
            path.unlink(missing_ok=True)
            crash_point("vault.sealed.removed")
        _forget_gone(vault, {path.name for path in waiting(folder)})
    return notes, unreadable


def _joined(vault: Vault, name: str, fields: Mapping[str, Any], *, at: Millis) -> bool:
    """Keep one piece unless it came in before; False where it is not what we write."""
    joined = vault.settings.get(_JOINED, [])
    if name in joined:
        return True
    try:
        with vault.write("vault.sealed.join") as writer:
            _keep(vault, fields, at=at)
            put(writer, _JOINED, [*joined, name])
    except (KeyError, TypeError, ValueError, AttributeError, RecordRefused):
        return False
    return True


def _keep(vault: Vault, fields: Mapping[str, Any], *, at: Millis) -> None:
    written_at, text = Millis(_whole(fields["at"])), _text(fields["text"])
    if fields["kind"] == NOTE:
        vault.notes.add(NewNote(text=text, author=_text(fields["author"]), at=written_at), at=at)
        return
    if fields["kind"] != DRAFT:
        raise ValueError("of another kind")
    place = _text(fields["place"])
    kept = vault.drafts.get(place)
    if kept is None or kept.saved_at <= written_at:
        more = {_text(name): _text(value) for name, value in fields["more"].items()}
        vault.drafts.keep(place, text, cursor=_whole(fields["cursor"]), more=more, at=written_at)


def _opened(path: Path, identities: Sequence[pyrage.x25519.Identity]) -> Mapping[str, Any] | None:
    import pyrage

    sealed = read_bounded(path, LARGEST_BYTES)
    if sealed is None:
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


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise ValueError("no time and no place in a text")
    return value
