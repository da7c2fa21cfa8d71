"""What a backup with care notes says of itself: versions 2 and 3 of the manifest (docs/formats/backup.md).

It tells nothing of what is in it but how much room it takes. In version 2 the library lies in it encrypted, as a backup
of version 1; in version 3 as the protected library that it is, with its keys wrapped and its pictures sealed.
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

VERSION, PROTECTED_VERSION = 2, 3

ENVELOPE = "vault.json"
VAULT = "vault.db"
LIBRARY = "library.age"
LIBRARY_KEYS, PROTECTED_LIBRARY = "library-keys.json", "library.db"
ATTACHMENT = re.compile(r"attachments/[0-9a-f]{64}")
PICTURE = re.compile(r"assets/[0-9a-f]{64}")

_ENCRYPTIONS = {VERSION: "age", PROTECTED_VERSION: "library-keys"}
_FIRST = {VERSION: (ENVELOPE, VAULT, LIBRARY), PROTECTED_VERSION: (ENVELOPE, VAULT, LIBRARY_KEYS, PROTECTED_LIBRARY)}
_REST = {VERSION: (ATTACHMENT,), PROTECTED_VERSION: (PICTURE, ATTACHMENT)}


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeManifest:
    """The whole of what it says: the envelope, the notes and the library come first, then pictures and attachments.

    `protected`: the library is one that was protected.
    """

    created_at: Millis
    program: str
    parts: tuple[Part, ...]
    protected: bool = False

    @property
    def attachments(self) -> tuple[Part, ...]:
        """The files that belong to notes."""
        return tuple(part for part in self.parts if ATTACHMENT.fullmatch(part.name))

    @property
    def pictures(self) -> tuple[Part, ...]:
        """The sealed pictures of a protected library."""
        return tuple(part for part in self.parts if PICTURE.fullmatch(part.name))

    def to_bytes(self) -> bytes:
        """Return the manifest's bytes; the same for the same values."""
        version = PROTECTED_VERSION if self.protected else VERSION
        document = {
            "format": FORMAT,
            "version": version,
            "created_at": to_iso(self.created_at),
            "program": self.program,
            "encryption": _ENCRYPTIONS[version],
            "parts": [{"name": part.name, "size_bytes": part.size_bytes, "sha256": part.sha256} for part in self.parts],
        }
        return json.dumps(document, indent=1).encode()


def read_any_manifest(data: bytes) -> Manifest | WholeManifest:
    """Read a manifest of any version, which may have been written by anybody.

    Raises:
        BackupError: it is none, damaged, or of a newer version than these.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        document = None
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(document, dict) or type(version) is not int or version not in _FIRST:
        return read_manifest(data)
    if document.get("format") != FORMAT:
        return read_manifest(data)
    if document.get("encryption") != _ENCRYPTIONS[version]:
        raise BackupError(BackupTrouble.NEWER, MANIFEST)
    try:
        return _whole(document, version)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BackupError(BackupTrouble.DAMAGED, MANIFEST) from error


def _whole(document: Mapping[str, object], version: int) -> WholeManifest:
    parts = document["parts"]
    if not isinstance(parts, list):
        raise TypeError
    manifest = WholeManifest(
        created_at=read_moment(document["created_at"]),
        program=read_text(document["program"]),
        parts=tuple(read_part(part) for part in parts),
        protected=version == PROTECTED_VERSION,
    )
    _check_names([part.name for part in manifest.parts], version)
    return manifest


def _check_names(names: Sequence[str], version: int) -> None:
    begin = _FIRST[version]
    first, rest = tuple(names[: len(begin)]), names[len(begin) :]
    known = all(any(pattern.fullmatch(name) for pattern in _REST[version]) for name in rest)
    if first != begin or len(set(names)) != len(names) or not known:
        raise ValueError
