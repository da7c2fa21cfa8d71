"""Reads what is to be taken into care notes: an export as folder, document or locked file, a calendar, contacts.

Any of them may have been made by anybody: everything has a bound, links are not followed, names are never paths. What a
file says of records is checked later, record by record (`importing.values`).
"""

from __future__ import annotations

import io
import json
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.support.files import translated_os_errors
from caregiver_app.vault.attached.cipher import LARGEST_BYTES as LARGEST_FILE
from caregiver_app.vault.carrying.choice import DOCUMENT, FORMAT, VERSION
from caregiver_app.vault.carrying.writing import MOST_LOCKED_BYTES
from caregiver_app.vault.formats.calendar_reading import is_calendar, read_calendar
from caregiver_app.vault.formats.card_reading import are_cards, read_cards
from caregiver_app.vault.importing.incoming import Incoming

LARGEST_DOCUMENT = 32_000_000
LARGEST_TEXT = 5_000_000
"""Of a calendar or of contacts."""

LARGEST_LOCKED = MOST_LOCKED_BYTES + 1_000_000
MOST_PARTS = 20_000
MOST_BRACKETS = 2_000_000
"""How often a document may open a list or an object: each takes memory that its letters do not."""

MOST_WORK = 20
"""The base-2 logarithm of what the passphrase of a locked file costs: more takes gigabytes (C2SP age.md, scrypt)."""

_ATTACHED = re.compile(r"attachments/[0-9]{1,6}\.[a-z0-9]{1,5}", re.ASCII)
_AGE = b"age-encryption.org/v"
_SCRYPT = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n"
)
_NOT_OPENED = "Decryption failed"  # as pyrage says it; a damaged file is told otherwise
_HEADER_BYTES = 300
_WRONG_ZIP = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)

Reader = Callable[[str], bytes | None]


def needs_passphrase(path: Path) -> bool:
    """Return whether a file is locked with a passphrase of its own; raises as `read_incoming` does."""
    return not path.is_dir() and _read(path, _HEADER_BYTES, whole=False).startswith(_AGE)


def read_incoming(path: Path, *, passphrase: str | None, zone: str) -> Incoming:
    """Return what a file or folder holds; `zone` is where times without one are meant (an IANA name).

    Raises:
        CareFileError: it is none of ours, too large, damaged, newer, or locked and the passphrase is wrong or missing.
        StorageError: it cannot be read.
    """
    if path.is_dir():
        return _of_document(_read(path / DOCUMENT, LARGEST_DOCUMENT), lambda name: _attached_in(path, name))
    begin = _read(path, _HEADER_BYTES, whole=False)
    if begin.startswith(_AGE):
        return _of_locked(_read(path, LARGEST_LOCKED), passphrase)
    if begin.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _of_document(_read(path, LARGEST_DOCUMENT), lambda _name: None)
    return _of_text(_read(path, LARGEST_TEXT), zone)


def _of_text(data: bytes, zone: str) -> Incoming:
    text = data.decode("utf-8", "replace")
    if is_calendar(text):
        found = read_calendar(text, zone)
        return Incoming(
            records={"appointments": list(found.appointments)},
            loose=True,
            left_out=found.left_out,
            repeating=found.repeating,
            unknown_zones=found.unknown_zones,
        )
    if are_cards(text):
        cards = read_cards(text)
        return Incoming(records={"contacts": list(cards.contacts)}, loose=True, left_out=cards.left_out)
    raise CareFileError(CareFileTrouble.NOT_OURS)


def _of_document(data: bytes, read_file: Reader) -> Incoming:
    if data.count(b"[") + data.count(b"{") > MOST_BRACKETS:
        raise CareFileError(CareFileTrouble.TOO_MUCH)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise CareFileError(CareFileTrouble.DAMAGED) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise CareFileError(CareFileTrouble.NOT_OURS)
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CareFileError(CareFileTrouble.DAMAGED)
    if version > VERSION:
        raise CareFileError(CareFileTrouble.NEWER)
    return Incoming(records=found, read_file=read_file)


def _of_locked(data: bytes, passphrase: str | None) -> Incoming:
    import pyrage

    header = _SCRYPT.match(data)
    if header is None:
        # Cut short, or locked for somebody's key: no passphrase opens that.
        raise CareFileError(
            CareFileTrouble.DAMAGED if b"-> scrypt " in data[:_HEADER_BYTES] else CareFileTrouble.NOT_OURS
        )
    if int(header[1]) > MOST_WORK:
        raise CareFileError(CareFileTrouble.TOO_MUCH)
    if passphrase is None:
        raise CareFileError(CareFileTrouble.LOCKED)
    try:
        packed = bytes(pyrage.passphrase.decrypt(data, passphrase))
    except pyrage.DecryptError as error:
        wrong = str(error) == _NOT_OPENED
        raise CareFileError(CareFileTrouble.WRONG_PASSPHRASE if wrong else CareFileTrouble.DAMAGED) from None
    return _of_zip(packed)


def _of_zip(packed: bytes) -> Incoming:
    try:
        archive = zipfile.ZipFile(io.BytesIO(packed))
        entries = archive.infolist()
    except _WRONG_ZIP:
        raise CareFileError(CareFileTrouble.NOT_OURS) from None
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_LOCKED_BYTES:
        raise CareFileError(CareFileTrouble.TOO_MUCH)
    document = _member(archive, DOCUMENT, LARGEST_DOCUMENT)
    if document is None:
        raise CareFileError(CareFileTrouble.NOT_OURS)
    return _of_document(
        document, lambda name: _member(archive, name, LARGEST_FILE) if _ATTACHED.fullmatch(name) else None
    )


def _member(archive: zipfile.ZipFile, name: str, limit_bytes: int) -> bytes | None:
    """Return a part of a zip; None where it is not there, damaged, or more than it may be."""
    try:
        with archive.open(name) as file:
            data = file.read(limit_bytes + 1)
    except (KeyError, *_WRONG_ZIP):
        return None
    return data if len(data) <= limit_bytes else None


def _attached_in(folder: Path, name: str) -> bytes | None:
    if not _ATTACHED.fullmatch(name) or (folder / "attachments").is_symlink():
        return None
    try:
        return _read_regular(folder / name, LARGEST_FILE + 1, follow=False)[: LARGEST_FILE + 1]
    except (OSError, CareFileError):
        return None


def _read(path: Path, limit_bytes: int, *, whole: bool = True) -> bytes:
    """Return the bytes of a file that somebody named, or its beginning; raises as `read_incoming` does."""
    with translated_os_errors(path, reading=True):
        data = _read_regular(path, limit_bytes + 1, follow=True)
    if whole and len(data) > limit_bytes:
        raise CareFileError(CareFileTrouble.TOO_MUCH)
    return data[:limit_bytes]


def _read_regular(path: Path, most: int, *, follow: bool) -> bytes:
    """Return at most so many bytes of an ordinary file: a pipe or a device would have no end."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise CareFileError(CareFileTrouble.NOT_OURS)
        return file.read(most)
