"""Files of care notes on their way in and out: added to a record, saved as a copy, swept when nothing names them.

The only copy that is not encrypted is the one that somebody asks for by name; that it was made is written down.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.model.time import Millis

if TYPE_CHECKING:
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.records.attachments import AttachmentId
    from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCare:
    """The notes, open in this thread, the key that their files take, and where these lie."""

    vault: Vault
    unlocked: Unlocked
    paths: Paths


def attach_file(care: OpenCare, kind: str, record_id: int, source: Path, *, at: Millis) -> AttachmentId:
    """Add a file to a record; the file itself stays where it is. One that was added already is not added again.

    Raises:
        CareFileError: it is no ordinary file, a program, or larger than 20 MB.
        UnknownRecord: there is no such record, or files do not belong to its kind.
        RecordRefused: the notes of its person are for reading.
        StorageError: it cannot be read, or there is no room.
    """
    from caregiver_app.vault.attached.files import AttachmentFiles
    from caregiver_app.vault.attached.media_types import PROGRAM, media_type_of
    from caregiver_app.vault.records.attachments import NewAttachment

    data = _read_ordinary(source)
    media_type = media_type_of(data)
    if media_type == PROGRAM:
        raise CareFileError(CareFileTrouble.PROGRAM)
    files = AttachmentFiles(care.paths.attachments, care.unlocked.data_key)
    new = NewAttachment(kind=kind, item_id=record_id, name=source.name, media_type=media_type, size_bytes=len(data))
    return care.vault.attachments.add(new, lambda: files.keep(data), at=at)


def save_copy(care: OpenCare, attachment_id: AttachmentId, target: Path, *, at: Millis) -> None:
    """Write a file that belongs to a record to `target`, readable by its owner alone, and write down that it left.

    Raises:
        UnknownRecord: there is none with this number.
        CareFileError: it is gone or damaged, something is at `target` already, or that is our own folder.
        StorageError: no room or no right.
    """
    from caregiver_app.vault.attached.files import AttachmentFiles
    from caregiver_app.vault.carrying.writing import write_one
    from caregiver_app.vault.exchange.disclosures import Channel, Disclosed

    refuse_own_folder(care.paths, target)
    attachment = care.vault.attachments.get(attachment_id)
    data = AttachmentFiles(care.paths.attachments, care.unlocked.data_key).read(attachment.file_name)
    whose = care.vault.attachments.person_of(attachment.kind, attachment.item_id)
    left = Disclosed(channel=Channel.COPY, what={"attachment": 1}, person_id=whose)
    write_one(data, target, before=lambda: care.vault.disclosures.record(left, at=at))


def sweep_attachments(vault: Vault, paths: Paths) -> int:
    """Remove the files that no record names any more; return how many went.

    Raises:
        StorageError: one cannot be removed.
    """
    from caregiver_app.vault.attached.files import remove_all_but

    with vault.write("vault.attachment.sweep"):
        return remove_all_but(paths.attachments, vault.attachments.file_names())


def tidy_notes(vault: Vault, paths: Paths, *, at: Millis) -> int:
    """Delete for good what has had its thirty days among the deleted, with its files; return how many files went.

    Raises:
        StorageError: the disk is in the way.
    """
    vault.purge(at=at)
    return sweep_attachments(vault, paths)


def place_of_target(target: Path) -> str:
    """Return `synced` or `network` where a file would be copied elsewhere by itself, "" otherwise."""
    from caregiver_app.support.folder_places import place_of

    return place_of(target.absolute().parent)


def refuse_own_folder(paths: Paths, target: Path) -> None:
    """Let pass a file that is to lie elsewhere: among our own it would take the place of one, or lie there in plain.

    Raises:
        CareFileError: OWN_FOLDER: it would, if only by a link or by another way of writing the folder's name.
    """
    own = Path(os.path.realpath(paths.data_dir))
    place = Path(os.path.realpath(target))
    if any(each == own or _is_same_folder(each, own) for each in (place, *place.parents)):
        raise CareFileError(CareFileTrouble.OWN_FOLDER)


def _is_same_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _read_ordinary(source: Path) -> bytes:
    """Return the bytes of a file; a pipe or a device would have no end, and may do something when it is opened."""
    from caregiver_app.support.files import read_bounded, translated_os_errors
    from caregiver_app.vault.attached.cipher import LARGEST_BYTES

    with translated_os_errors(source, reading=True):
        if not stat.S_ISREG(source.stat().st_mode):
            raise CareFileError(CareFileTrouble.NOT_A_FILE)
        data = read_bounded(source, LARGEST_BYTES)
    if data is None:
        raise CareFileError(CareFileTrouble.TOO_LARGE)
    return data
