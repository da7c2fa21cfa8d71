"""What a backup says of itself: its first part, `manifest.json`. docs/formats/backup.md explains it to people."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from caregiver_app.model.errors import BackupError, BackupTrouble
from caregiver_app.model.time import Millis, from_datetime, to_iso

FORMAT = "caregiver-backup"
VERSION = 1
NOT_ENCRYPTED = "none"

MANIFEST = "manifest.json"
LIBRARY = "library.db"
ASSET = re.compile(r"assets/[0-9a-f]{64}")

_HASH = re.compile(r"[0-9a-f]{64}")
_COUNTS = ("sources", "articles", "starred", "collections", "pictures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a backup: its name in there, its size, the SHA-256 of its bytes."""

    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The whole of what a backup says of itself; the library is always its first part."""

    created_at: Millis
    program: str
    library_version: int
    counts: Mapping[str, int]
    parts: tuple[Part, ...]

    def to_bytes(self) -> bytes:
        """Return the manifest's bytes; the same for the same values."""
        return write_manifest(self)


def write_manifest(manifest: Manifest) -> bytes:
    """Return the manifest's bytes; the same for the same values."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "created_at": to_iso(manifest.created_at),
        "program": manifest.program,
        "encryption": NOT_ENCRYPTED,
        "library": {"version": manifest.library_version, **manifest.counts},
        "parts": [{"name": part.name, "size_bytes": part.size_bytes, "sha256": part.sha256} for part in manifest.parts],
    }
    return json.dumps(document, indent=1).encode()


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest that may have been written by anybody.

    Raises:
        BackupError: it is none, damaged, or of a newer version than this one.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BackupError(BackupTrouble.NOT_A_BACKUP, MANIFEST) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BackupError(BackupTrouble.NOT_A_BACKUP, MANIFEST)
    _refuse_newer(document)
    try:
        return _manifest(document)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BackupError(BackupTrouble.DAMAGED, MANIFEST) from error


def _refuse_newer(document: Mapping[str, object]) -> None:
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise BackupError(BackupTrouble.DAMAGED, MANIFEST)
    if version > VERSION or document.get("encryption") != NOT_ENCRYPTED:
        raise BackupError(BackupTrouble.NEWER, MANIFEST)


def _manifest(document: dict[str, object]) -> Manifest:
    library = document["library"]
    parts = document["parts"]
    if not isinstance(library, dict) or not isinstance(parts, list):
        raise TypeError
    manifest = Manifest(
        created_at=read_moment(document["created_at"]),
        program=read_text(document["program"]),
        library_version=read_number(library["version"]),
        counts={name: read_number(library[name]) for name in _COUNTS},
        parts=tuple(read_part(part) for part in parts),
    )
    _check_names([part.name for part in manifest.parts])
    return manifest


def read_part(value: object) -> Part:
    """Read what a manifest says of one part; raises `TypeError`, `ValueError` or `KeyError` where it is none."""
    if not isinstance(value, dict):
        raise TypeError
    sha256 = read_text(value["sha256"])
    if not _HASH.fullmatch(sha256):
        raise ValueError
    return Part(name=read_text(value["name"]), size_bytes=read_number(value["size_bytes"]), sha256=sha256)


def _check_names(names: Sequence[str]) -> None:
    """Let pass the library and, after it, pictures under their hashes; each once."""
    if names[:1] != [LIBRARY] or len(set(names)) != len(names):
        raise ValueError
    if not all(ASSET.fullmatch(name) for name in names[1:]):
        raise ValueError


def read_moment(value: object) -> Millis:
    """Read ISO 8601 with offset; raises `TypeError` or `ValueError` where it is none."""
    moment = datetime.fromisoformat(read_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return from_datetime(moment)


def read_text(value: object) -> str:
    """Read a short text; raises `TypeError` where it is none."""
    if not isinstance(value, str) or len(value) > 200:
        raise TypeError
    return value


def read_number(value: object) -> int:
    """Read a whole number; raises `TypeError` where it is none."""
    if type(value) is not int or not 0 <= value < 1 << 53:
        raise TypeError
    return value
