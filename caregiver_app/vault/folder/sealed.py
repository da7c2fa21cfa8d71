"""What is written while the notes are locked: encrypted to a key whose other half is inside them, kept as ciphertext.

Nobody can read it back without the passphrase, its writer neither. It waits in a folder beside the notes under random
names and joins them at the next unlock (`sealed_joining`). Nothing here can tell who wrote it, but for drafts from open
notes, which bear a mark (`sealed_marks`).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.time import Millis
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_folder, translated_os_errors, write_whole
from caregiver_app.vault.folder.sealed_marks import MARK, MarkKey, mark_of
from caregiver_app.vault.typed.text import kept_text

MOST_NOTES = 200
MOST_FILES = 300
"""Room beyond the notes is for what is unfinished: it must never be refused when its place is being closed."""
LARGEST_BYTES = 4_000_000
"""Of one sealed file: the longest note in letters of four bytes, escaped or not, and its wrapping."""

NOTE, DRAFT = "note", "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedNote:
    """A note written while locked. `at` is when."""

    text: str = field(repr=False)
    at: Millis
    author: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedDraft:
    """What was being written when the notes were locked, and could not be saved in them in time."""

    place: str
    text: str = field(repr=False)
    cursor: int
    more: Mapping[str, str] = field(repr=False)
    at: Millis


def seal_note(folder: Path, recipient: str, note: SealedNote, *, finished: bool = True) -> None:
    """Keep a note as ciphertext; one that is not `finished` also where many wait.

    Raises:
        RecordRefused: it is too long.
        VaultError: so many wait already that the notes must be unlocked first, or `recipient` is none.
        StorageError: no room or no right.
    """
    fields = {"kind": NOTE, "text": kept_text(note.text), "at": note.at, "author": note.author}
    _seal(folder, recipient, fields, most=MOST_NOTES if finished else MOST_FILES)


def seal_draft(folder: Path, recipient: str, draft: SealedDraft, *, key: MarkKey | None = None) -> None:
    """Keep a draft as ciphertext, marked with the `key` of open notes; without it a note comes of it at the unlock.

    Raises as `seal_note` does.
    """
    fields: dict[str, object] = {
        "kind": DRAFT,
        "place": draft.place,
        "text": kept_text(draft.text),
        "cursor": draft.cursor,
        "more": dict(draft.more),
        "at": draft.at,
    }
    mark = {} if key is None else {MARK: mark_of(fields, key)}
    _seal(folder, recipient, fields | mark, most=MOST_FILES)


def waiting(folder: Path) -> tuple[Path, ...]:
    """Return the files that wait for the next unlock."""
    return tuple(sorted(path for path in folder.glob("*.age") if path.is_file() and not path.is_symlink()))


def _seal(folder: Path, recipient: str, fields: Mapping[str, object], *, most: int) -> None:
    with translated_os_errors(folder):
        make_private_folder(folder)
        if len(waiting(folder)) >= most:
            raise VaultError(VaultTrouble.SEALED_FULL, str(most))
        write_whole(folder / f"{secrets.token_hex(16)}.age", _encrypted(recipient, json.dumps(fields).encode()))
    crash_point("vault.sealed.written")


def _encrypted(recipient: str, plain: bytes) -> bytes:
    import pyrage

    try:
        to = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        raise VaultError(VaultTrouble.ENVELOPE_DAMAGED) from None
    return bytes(pyrage.encrypt(plain, [to]))
