"""Takes what was written while locked into the notes, each piece once, however often it is cut short.

A piece and its name come in with one transaction; the file goes after it, the name once the file is gone. What cannot
be opened is set aside under another ending and told: it was sealed for somebody else, or put there by somebody else.

Whoever may write into the folder can seal words. So only a draft that was marked by who had the notes open comes back
into its form, and each of those once; everything else becomes a note that is named as written while locked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.errors import RecordRefused, StorageError, StorageTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import read_bounded
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note
from caregiver_app.vault.folder.sealed import DRAFT, LARGEST_BYTES, MOST_FILES, NOTE, SealedDraft, SealedNote, waiting
from caregiver_app.vault.folder.sealed_marks import MarkKey, is_marked, mark_of
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.settings import put

if TYPE_CHECKING:
    import pyrage

    from caregiver_app.storage.engine import Writer
    from caregiver_app.vault.store import Vault

_JOINED = "sealed-joined"
_DRAFTS, _MOST_DRAFTS = "sealed-drafts", 1_000
"""The marks of drafts that came back, the newest last: a copy of such a file must not bring old words back again."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joining:
    """What pieces are opened and known with."""

    identities: Sequence[pyrage.x25519.Identity]
    key: MarkKey
    at: Millis


def join_sealed(vault: Vault, folder: Path, *, key: MarkKey, at: Millis) -> tuple[int, int]:
    """Take everything in; return how many notes came, and how many pieces could not be read.

    It keeps nobody from their notes: what a full or broken disk does not let in waits for another unlock.
    """
    notes = unreadable = 0
    try:
        _forget_gone(vault, folder)
        files = waiting(folder)[: 2 * MOST_FILES]
        joining = _Joining(identities=_identities(vault) if files else [], key=key, at=at)
        for path in files:
            joined = _take_in(vault, path, joining)
            notes += joined is _Joined.NOTE
            unreadable += joined is _Joined.NOTHING
        if files:
            _forget_gone(vault, folder)
    except (OSError, StorageError) as error:
        note("care.sealed-waits", kind=error.kind if isinstance(error, StorageError) else StorageTrouble.IO)
    return notes, unreadable


def _take_in(vault: Vault, path: Path, joining: _Joining) -> _Joined:
    try:
        sealed = read_bounded(path, LARGEST_BYTES)
    except FileNotFoundError:
        return _Joined.BEFORE  # by another process
    fields = None if sealed is None else _opened(sealed, joining.identities)
    joined = _Joined.NOTHING if fields is None else _joined(vault, path, fields, joining)
    if joined is _Joined.NOTHING:
        path.replace(path.with_suffix(_UNREADABLE))
        return joined
    crash_point("vault.sealed.joined")
    path.unlink(missing_ok=True)
    crash_point("vault.sealed.removed")
    return joined


def _joined(vault: Vault, path: Path, fields: Mapping[str, Any], joining: _Joining) -> _Joined:
    """Keep one piece unless it came in before.

    Both signs of that are looked at inside the transaction: another process may be taking in the same pieces. It
    removes the file before it forgets the name.
    """
    try:
        piece = _piece(fields)
        with vault.write("vault.sealed.join") as writer:
            joined = vault.settings.get(_JOINED, [])
            if path.name in joined or not path.exists():
                return _Joined.BEFORE
            kept = _keep(vault, writer, piece, fields, joining)
            put(writer, _JOINED, [*joined, path.name])
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, RecordRefused):
        return _Joined.NOTHING
    return kept


def _keep(
    vault: Vault, writer: Writer, piece: SealedNote | SealedDraft, fields: Mapping[str, Any], joining: _Joining
) -> _Joined:
    if isinstance(piece, SealedDraft) and is_marked(fields, joining.key):
        return _bring_back(vault, writer, piece, mark_of(fields, joining.key), at=joining.at)
    text, author = (_all_of(piece), "") if isinstance(piece, SealedDraft) else (piece.text, piece.author)
    # Translators: a tag of notes in the journal, in small letters as people write tags
    tags = (_("written while locked"),)
    vault.notes.add(NewNote(text=text, author=author, tags=tags, at=piece.at), at=joining.at)
    return _Joined.NOTE


def _bring_back(vault: Vault, writer: Writer, draft: SealedDraft, mark: str, *, at: Millis) -> _Joined:
    """Have a draft wait for its form, unless it did so before or a newer one does."""
    before = vault.settings.get(_DRAFTS, [])
    if mark in before:
        return _Joined.BEFORE
    put(writer, _DRAFTS, [*before, mark][-_MOST_DRAFTS:])
    kept = vault.drafts.get(draft.place)
    if kept is None or kept.saved_at <= draft.at:
        kept_at = min(draft.at, at)  # one of years to come would win against each that is written until then
        vault.drafts.keep(draft.place, draft.text, cursor=draft.cursor, more=draft.more, at=kept_at)
    return _Joined.DRAFT


def _all_of(draft: SealedDraft) -> str:
    """Return what stood in all fields of a form, so that nothing is lost where it may not open again."""
    words = [text for text in (draft.text, *draft.more.values()) if text.strip()]
    if not words:
        raise ValueError("nothing was written")
    return "\n\n".join(words)


def _piece(fields: Mapping[str, Any]) -> SealedNote | SealedDraft:
    text, at = _text(fields["text"]), _moment(fields["at"])
    if fields["kind"] == NOTE:
        return SealedNote(text=text, author=_text(fields["author"]), at=at)
    if fields["kind"] != DRAFT:
        raise ValueError("of another kind")
    more = {_text(name): _text(value) for name, value in fields["more"].items()}
    return SealedDraft(place=_text(fields["place"]), text=text, cursor=_whole(fields["cursor"]), more=more, at=at)


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


def _forget_gone(vault: Vault, folder: Path) -> None:
    """Forget the names of pieces whose files are gone: nothing can bring them in twice any more.

    Names and files are looked at inside the transaction: a name that another process adds meanwhile would else be
    forgotten while its file is still there, and the piece would come in once more.
    """
    if not vault.settings.get(_JOINED, []):
        return
    with vault.write("vault.sealed.forget") as writer:
        there = {path.name for path in waiting(folder)}
        put(writer, _JOINED, [name for name in vault.settings.get(_JOINED, []) if name in there])


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
