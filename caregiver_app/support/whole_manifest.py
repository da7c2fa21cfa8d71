"""What a backup with care notes says of itself: version 2 of the manifest (docs/formats/backup.md).

It tells nothing of what is in it but how much room it takes: the library lies in it encrypted, a backup of version 1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caregiver_app.model.errors import BackupError, BackupTrouble
from caregiver_app.model.time import Millis, to_iso
from caregiver_app.support.backup_manifest import (
    FORMAT,
    MANIFEST,
    Manifest,
    Part,
    read_manifest,
    read_moment,
    read_part,
    read_text,
)

VERSION = 2
ENCRYPTION = "age"

ENVELOPE = "vault.json"
VAULT = "vault.db"
LIBRARY = "library.age"
ATTACHMENT = re.compile(r"attachments/[0-9a-f]{64}")

_FIRST = (ENVELOPE, VAULT, LIBRARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeManifest:
    """The whole of what it says: the envelope, the notes and the library come first, then the notes' attachments."""

    created_at: Millis
    program: str
    parts: tuple[Part, ...]

    def to_bytes(self) -> bytes:
        """Return the manifest's bytes; the same for the same values."""
        document = {
            "format": FORMAT,
            "version": VERSION,
            "created_at": to_iso(self.created_at),
            "program": self.program,
            "encryption": ENCRYPTION,
            "parts": [{"name": part.name, "size_bytes": part.size_bytes, "sha256": part.sha256} for part in self.parts],
        }
        return json.dumps(document, indent=1).encode()


def read_any_manifest(data: bytes) -> Manifest | WholeManifest:
    """Read a manifest of either version, which may have been written by anybody.

    Raises:
        BackupError: it is none, damaged, or of a newer version than these.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("version") != VERSION or document.get("format") != FORMAT:
        return read_manifest(data)
    if document.get("encryption") != ENCRYPTION:
        raise BackupError(BackupTrouble.NEWER, MANIFEST)
    try:
        return _whole(document)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BackupError(BackupTrouble.DAMAGED, MANIFEST) from error


def _whole(document: Mapping[str, object]) -> WholeManifest:
    parts = document["parts"]
    if not isinstance(parts, list):
        raise TypeError
    manifest = WholeManifest(
        created_at=read_moment(document["created_at"]),
        program=read_text(document["program"]),
        parts=tuple(read_part(part) for part in parts),
    )
    _check_names([part.name for part in manifest.parts])
    return manifest


def _check_names(names: Sequence[str]) -> None:
    first, rest = tuple(names[: len(_FIRST)]), names[len(_FIRST) :]
    if first != _FIRST or len(set(names)) != len(names) or not all(ATTACHMENT.fullmatch(name) for name in rest):
        raise ValueError
